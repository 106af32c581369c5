import { applicationStatuses } from './application.js';
import { may, type Act, type Viewer } from './rights.js';

const acts: readonly Act[] = ['read', 'edit', 'say-access', 'submit', 'withdraw'];

const allowed = (viewer: Viewer, isByOrganisation: boolean) =>
  applicationStatuses.map((status) =>
    acts.filter((act) => may(viewer, act, { status, isByOrganisation })).join(' '),
  );

describe('who may do what with an application', () => {
  it.each([true, false])('whose it is: all of it while it is a draft (by their organisation: %s)', (by) => {
    expect(allowed('applicant', by)).toEqual([
      'read edit say-access submit withdraw',
      'read say-access withdraw',
      'read',
    ]);
  });

  it('a contact of their organisation: those whom they signed up, until it is submitted, and never access needs', () => {
    expect(allowed('contact', true)).toEqual(['read edit withdraw', '', '']);
    expect(allowed('contact', false)).toEqual(['', '', '']);
  });

  it.each([true, false])('staff: never what somebody says they need (by their organisation: %s)', (by) => {
    expect(allowed('staff', by)).toEqual(['read edit submit withdraw', 'read withdraw', 'read']);
  });
});
