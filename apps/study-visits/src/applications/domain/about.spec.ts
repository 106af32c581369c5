import { checkAbout } from './about.js';
import { checkAccess, checkAnswer, withAnswer } from './answers.js';

const typed = {
  name: ' Ann Example ',
  phone: '01632 960 001',
  jobTitle: 'Clerk',
  organisationId: '',
  organisationName: 'Rochdale',
  kind: 'member',
};

const problemsIn = (checked: ReturnType<typeof checkAbout>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);

describe('who applies', () => {
  it('is kept as it was said, and may be left out but for the name', () => {
    expect(checkAbout(typed)).toEqual({
      ok: true,
      value: {
        name: 'Ann Example',
        phone: '01632 960 001',
        jobTitle: 'Clerk',
        organisationId: null,
        organisationName: 'Rochdale',
        kind: 'member',
      },
    });
    const less = { ...typed, phone: ' ', jobTitle: '', organisationName: '', kind: '' };
    expect(checkAbout(less)).toMatchObject({
      ok: true,
      value: { phone: null, jobTitle: null, organisationName: null, kind: 'member' },
    });
  });

  it('has one organisation: the one that is chosen goes before the one that is typed', () => {
    expect(checkAbout({ ...typed, organisationId: 'rochdale' })).toMatchObject({
      value: { organisationId: 'rochdale', organisationName: null },
    });
  });

  it.each([
    [{ name: '' }, 'name missing'],
    [{ name: 'x'.repeat(201) }, 'name too-long'],
    [{ name: 'Ann\0' }, 'name unprintable-character'],
    [{ phone: 'ask me' }, 'phone not-a-phone-number'],
    [{ phone: '0'.repeat(41) }, 'phone too-long'],
    [{ jobTitle: 'a\nb' }, 'jobTitle unprintable-character'],
    [{ organisationName: 'x'.repeat(201) }, 'organisationName too-long'],
    [{ kind: 'friend' }, 'kind unknown-choice'],
  ])('is refused otherwise: %j', (different, expected) => {
    expect(problemsIn(checkAbout({ ...typed, ...different }))).toEqual([expected]);
  });
});

describe('an answer', () => {
  it('has lines, and may be left out', () => {
    expect(checkAnswer('why', ' One\r\ntwo ')).toEqual({ ok: true, value: 'One\ntwo' });
    expect(checkAnswer('why', '  ')).toEqual({ ok: true, value: null });
  });

  it('has an end', () => {
    expect(checkAnswer('why', 'x'.repeat(4000)).ok).toBe(true);
    expect(checkAnswer('why', 'x'.repeat(20_000))).toMatchObject({ problems: [{ code: 'too-long' }] });
    expect(checkAnswer('supporter', 'x'.repeat(1001)).ok).toBe(false);
  });

  it('is taken in, taken back, and leaves the others alone', () => {
    expect(withAnswer({ why: 'a' }, 'bringBack', 'b')).toEqual({ why: 'a', bringBack: 'b' });
    expect(withAnswer({ why: 'a', bringBack: 'b' }, 'why', null)).toEqual({ bringBack: 'b' });
  });
});

describe('what somebody needs', () => {
  it('is kept with their consent only; nothing needs none', () => {
    expect(checkAccess({ needs: 'A ramp', agrees: true })).toEqual({ ok: true, value: 'A ramp' });
    expect(checkAccess({ needs: ' ', agrees: false })).toEqual({ ok: true, value: null });
    expect(checkAccess({ needs: 'A ramp', agrees: false })).toMatchObject({
      problems: [{ field: 'agrees', code: 'consent-missing' }],
    });
  });
});
