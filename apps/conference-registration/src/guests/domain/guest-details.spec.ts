import { checkGuest } from './guest-details.js';

const typed = { name: ' Kim Example ', email: 'Kim@example.org', organisation: '' };

describe('what a guest says of themselves', () => {
  it('is a name and an address, with an organisation or without', () => {
    expect(checkGuest(typed)).toEqual({
      ok: true,
      value: { name: 'Kim Example', email: 'Kim@example.org', organisationName: '' },
    });
    expect(checkGuest({ ...typed, organisation: 'Example Housing' })).toMatchObject({
      value: { organisationName: 'Example Housing' },
    });
  });

  it.each([
    [{ name: ' ' }, 'name missing'],
    [{ name: 'x'.repeat(201) }, 'name too-long'],
    [{ email: '' }, 'email missing'],
    [{ email: 'kim' }, 'email not-an-email-address'],
    [{ email: 'kim@example.org\nBcc: all@example.org' }, 'email unprintable-character'],
    [{ organisation: 'a\nb' }, 'organisation unprintable-character'],
  ])('is refused otherwise: %j', (different, expected) => {
    const checked = checkGuest({ ...typed, ...different });
    expect(checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      expected,
    ]);
  });

  it('is refused with everything that is wrong', () => {
    const checked = checkGuest({ name: '', email: '', organisation: '' });
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['name', 'email']);
  });
});
