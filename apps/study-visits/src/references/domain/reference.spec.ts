import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { checkReference, checkReferee, isTakingReferences, mayRemind } from './reference.js';

const at = (text: string) => Temporal.Instant.from(text);

describe('whom one asks for a reference', () => {
  const typed = { name: ' Bo Example ', email: 'bo@example.org', relation: 'My manager' };

  it('is somebody else, with how they know each other', () => {
    expect(checkReferee(typed, 'ann@example.org')).toEqual({
      ok: true,
      value: { name: 'Bo Example', email: 'bo@example.org', relation: 'My manager' },
    });
    expect(checkReferee(typed, null).ok).toBe(true);
  });

  it.each([
    [{ name: '' }, 'name missing'],
    [{ email: '' }, 'email missing'],
    [{ email: 'bo' }, 'email not-an-email-address'],
    [{ email: 'ANN@example.org' }, 'email own-address'],
    [{ relation: ' ' }, 'relation missing'],
    [{ name: 'x'.repeat(201) }, 'name too-long'],
  ])('is refused otherwise: %j', (different, expected) => {
    const checked = checkReferee({ ...typed, ...different }, 'ann@example.org');
    expect(checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      expected,
    ]);
  });
});

describe('a reference', () => {
  it('has an end and no characters that cannot be shown', () => {
    expect(checkReference('They are good.\nVery.')).toEqual({ ok: true, value: 'They are good.\nVery.' });
    expect(checkReference('x'.repeat(20_000))).toMatchObject({ problems: [{ code: 'too-long' }] });
    expect(checkReference('a\0b')).toMatchObject({ problems: [{ code: 'unprintable-character' }] });
  });

  const visit = { status: 'announced' as const, decisionOn: '2035-03-31', firstDay: '2035-05-10' };

  it.each([
    ['2035-03-31T22:59:59Z', true],
    // Midnight in London, where it is summer by then.
    ['2035-03-31T23:00:00Z', false],
  ])('is taken to the end of the day of the decision: %s', (now, expected) => {
    expect(isTakingReferences(visit, 'submitted', at(now))).toBe(expected);
  });

  it('is taken until the visit begins where nobody says when it is decided', () => {
    const open = { ...visit, decisionOn: null };
    expect(isTakingReferences(open, 'draft', at('2035-05-09T22:59:59Z'))).toBe(true);
    expect(isTakingReferences(open, 'draft', at('2035-05-09T23:00:00Z'))).toBe(false);
  });

  it('is not taken for what is withdrawn or called off', () => {
    expect(isTakingReferences(visit, 'withdrawn', at('2035-03-01T12:00:00Z'))).toBe(false);
    expect(
      isTakingReferences({ ...visit, status: 'cancelled' }, 'submitted', at('2035-03-01T12:00:00Z')),
    ).toBe(false);
  });

  it('is never asked for again too soon, nor once there is an answer', () => {
    const asked = at('2035-02-01T12:00:00Z');
    fc.assert(
      fc.property(fc.nat(200), fc.option(fc.nat(100)), (hours, reminded) => {
        const remindedAt = reminded === null ? null : asked.add({ hours: reminded });
        const now = asked.add({ hours });
        const since = hours - (reminded ?? 0);
        expect(mayRemind({ status: 'asked', askedAt: asked, remindedAt }, 'applicant', now)).toBe(
          since >= 72,
        );
        expect(mayRemind({ status: 'given', askedAt: asked, remindedAt }, 'staff', now)).toBe(false);
      }),
    );
  });
});
