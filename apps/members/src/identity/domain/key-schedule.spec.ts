import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { planKeys, signingKey, type ScheduledKey } from './key-schedule.js';

const begin = Temporal.Instant.from('2026-01-01T00:00:00Z');
const tokenLife = Temporal.Duration.from({ minutes: 5 });
const after = (hours: number) => begin.add({ minutes: Math.round(hours * 60) });
const key = (kid: string, hours: number): ScheduledKey => ({ kid, signsFrom: after(hours) });
const plan = (keys: readonly ScheduledKey[], hours: number) => planKeys(keys, after(hours), tokenLife);

describe('the signing keys', () => {
  it('begin with one that signs at once', () => {
    expect(plan([], 0)).toEqual({ make: begin, forget: [] });
  });

  it('stay as they are for 29 days', () => {
    expect(plan([key('a', 0)], 29 * 24 - 0.1)).toEqual({ make: null, forget: [] });
  });

  it('get a next one on the 29th day, which signs a day later', () => {
    expect(plan([key('a', 0)], 29 * 24)).toEqual({ make: after(30 * 24), forget: [] });
  });

  it('get a next one late where nobody looked, which still is published for a day before it signs', () => {
    expect(plan([key('a', 0)], 50 * 24)).toEqual({ make: after(51 * 24), forget: [] });
  });

  it('sign with the old one until the new one’s time has come', () => {
    const keys = [key('a', 0), key('b', 720)];
    expect(signingKey(keys, after(719.9))?.kid).toBe('a');
    expect(signingKey(keys, after(720))?.kid).toBe('b');
  });

  it('keep the old one for a day after its last token is over', () => {
    const keys = [key('a', 0), key('b', 720)];
    expect(plan(keys, 720 + 24).forget).toEqual([]);
    expect(plan(keys, 720 + 24 + 5 / 60).forget).toEqual(['a']);
  });

  it('replace one that lies in the future only', () => {
    expect(plan([key('b', 10)], 0).make).toEqual(begin);
  });

  it('always have one that signs, published a day before and until its tokens are over, however seldom they are looked after', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: 60 }), (pauses) => {
        let keys: (ScheduledKey & { madeAt: number })[] = [];
        let minute = 0;
        for (const pause of [0, ...pauses.map((hours) => hours * 60)]) {
          minute += pause;
          const now = begin.add({ minutes: minute });
          const signedUntilNow = signingKey(keys, now);
          const { make, forget } = planKeys(keys, now, tokenLife);
          // What signed until now is not forgotten.
          expect(forget).not.toContain(signedUntilNow?.kid);
          keys = keys.filter(({ kid }) => !forget.includes(kid));
          if (make) keys.push({ kid: String(minute), signsFrom: make, madeAt: minute });
          expect(signingKey(keys, now)).not.toBeNull();
          expect(keys.length).toBeLessThanOrEqual(3);
          for (const { signsFrom, madeAt } of keys.filter((each) => each.madeAt > 0)) {
            const notice = signsFrom.since(begin.add({ minutes: madeAt })).total('hours');
            expect(notice).toBeGreaterThanOrEqual(24);
          }
        }
      }),
    );
  });
});
