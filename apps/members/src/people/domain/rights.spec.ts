import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { homeDay } from '../../domain/home-day.js';
import type { Person } from './person.js';
import { rightsOn } from './rights.js';
import { day, person } from './testing/people-arbitraries.js';

const [blank] = fc.sample(person('p'), { numRuns: 1, seed: 1 });
const somebody: Person = {
  ...(blank as Person),
  preferredName: null,
  affiliations: [],
  seats: [],
  grants: [],
};
const seat = { id: 's', board: 'eoc', position: null, startsOn: '2026-03-01', endsOn: '2026-03-31' };
const at = Temporal.Instant.from('2026-01-01T00:00:00Z');
const nobodyIsMember = () => false;

describe('what a person may do', () => {
  it('is to be a person, called as they like', () => {
    expect(rightsOn(somebody, '2026-03-01', nobodyIsMember)).toEqual({
      name: 'Name of p',
      roles: ['person'],
      boards: [],
    });
    expect(rightsOn({ ...somebody, preferredName: 'Pip' }, '2026-03-01', nobodyIsMember)?.name).toBe('Pip');
  });

  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('on %s is to sit on a board: %s', (today, sits) => {
    const rights = rightsOn({ ...somebody, seats: [seat] }, today, nobodyIsMember);
    expect(rights?.roles.includes('board')).toBe(sits);
    expect(rights?.boards).toEqual(sits ? ['eoc'] : []);
  });

  it('changes at midnight in London, also in summer', () => {
    const lastDay = (instant: string) => homeDay(Temporal.Instant.from(instant));
    expect(lastDay('2026-07-01T22:59:59Z')).toBe('2026-07-01');
    expect(lastDay('2026-07-01T23:00:00Z')).toBe('2026-07-02');
    expect(lastDay('2026-01-01T23:59:59Z')).toBe('2026-01-01');
  });

  it('is to book only while the organisation is a member', () => {
    const contact = { organisationId: 'o1', role: 'officer', office: null, isBookingContact: true } as const;
    const rolesWith = (isMember: boolean, isBookingContact = true) =>
      rightsOn(
        { ...somebody, affiliations: [{ ...contact, isBookingContact }] },
        '2026-03-01',
        () => isMember,
      )?.roles;
    expect(rolesWith(true)).toEqual(['person', 'booking-contact']);
    expect(rolesWith(false)).toEqual(['person']);
    expect(rolesWith(true, false)).toEqual(['person']);
  });

  it('is to be staff for an admin too', () => {
    const granted = (role: 'staff' | 'admin') =>
      rightsOn(
        { ...somebody, grants: [{ role, grantedAt: at, grantedBy: null }] },
        '2026-03-01',
        nobodyIsMember,
      )?.roles;
    expect(granted('staff')).toEqual(['person', 'staff']);
    expect(granted('admin')).toEqual(['person', 'staff', 'admin']);
  });

  it('is nothing for a record that was merged or erased, whatever it holds', () => {
    fc.assert(
      fc.property(person('p'), day, (one, today) => {
        expect(rightsOn({ ...one, mergedInto: 'q' }, today, () => true)).toBeNull();
        expect(rightsOn({ ...one, erasedAt: at }, today, () => true)).toBeNull();
        expect(rightsOn(one, today, () => true)?.roles[0]).toBe('person');
      }),
    );
  });
});
