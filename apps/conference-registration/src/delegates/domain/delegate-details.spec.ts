import { checkDelegate, type DelegateInput } from './delegate-details.js';

const nobody: DelegateInput = { name: '', email: '', phone: '', jobTitle: null, badgeOrganisation: '  ' };
const check = (different: Partial<DelegateInput>) => checkDelegate({ ...nobody, name: 'Xiu', ...different });

describe('a delegate’s details', () => {
  it('need a name alone', () => {
    expect(check({ name: '  Siân “Sal” O’Featherstonehaugh ' })).toEqual({
      ok: true,
      value: {
        name: 'Siân “Sal” O’Featherstonehaugh',
        email: null,
        phone: null,
        jobTitle: null,
        badgeOrganisation: null,
      },
    });
    expect(checkDelegate(nobody)).toMatchObject({
      ok: false,
      problems: [{ field: 'name', code: 'missing', message: 'Enter the delegate’s name.' }],
    });
    expect(checkDelegate(nobody, 'so-far')).toMatchObject({ ok: true, value: { name: '' } });
  });

  it.each(['李小龍', 'محمد', '𓀀𓀁', 'N’Golo <b>Kanté</b>', '=1+1', 'x'.repeat(200)])(
    'take the name %s',
    (name) => {
      expect(check({ name })).toMatchObject({ value: { name } });
    },
  );

  it('say everything that is wrong at once', () => {
    const all = { name: 'x'.repeat(201), email: 'sam at example', phone: 'ring me', jobTitle: 'a\nb' };
    const checked = check({ ...all, badgeOrganisation: 'y'.repeat(201) });
    expect(checked.ok ? [] : checked.problems.map(({ field, code }) => [field, code])).toEqual([
      ['name', 'too-long'],
      ['email', 'not-an-email-address'],
      ['phone', 'not-a-phone-number'],
      ['jobTitle', 'unprintable-character'],
      ['badgeOrganisation', 'too-long'],
    ]);
  });

  it.each(['01632 960001', '+44 (0)1632 960-001', '01632 960001 ext. 12'])('take the number %s', (phone) => {
    expect(check({ phone })).toMatchObject({ value: { phone } });
  });
});
