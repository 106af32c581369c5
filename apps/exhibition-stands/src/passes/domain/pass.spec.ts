import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCounted, isGood, overruns, passActs, passAfter, passStatuses, type PassState } from './pass.js';

const states: readonly PassState[] = ['none', ...passStatuses];

describe('a pass', () => {
  it('goes from applied over the photo to issued and collected, or is refused with each but the last', () => {
    const table = Object.fromEntries(
      states.map((state) => [
        state,
        passActs.flatMap((act) => {
          const next = passAfter(state, act);
          return next === null ? [] : [`${act}: ${next}`];
        }),
      ]),
    );
    expect(table).toEqual({
      none: ['apply: applied'],
      applied: ['accept-photo: photo-accepted', 'refuse: refused', 'withdraw: none'],
      'photo-accepted': ['issue: issued', 'refuse: refused', 'step-back: applied', 'withdraw: none'],
      issued: ['collect: collected', 'refuse: refused', 'step-back: photo-accepted', 'withdraw: none'],
      collected: ['step-back: issued'],
      refused: ['apply: applied', 'withdraw: none'],
    });
  });

  it('lets in only whoever has been given one, and counts unless it was refused', () => {
    expect(states.filter(isGood)).toEqual(['issued', 'collected']);
    expect(states.filter(isCounted)).toEqual(['applied', 'photo-accepted', 'issued', 'collected']);
  });

  it('is counted against the places of its day alone', () => {
    const counts = fc.dictionary(fc.constantFrom('2027-09-26', '2027-09-27', '2027-09-28'), fc.nat(9));
    fc.assert(
      fc.property(counts, counts, (wanted, limits) => {
        const over = overruns(new Map(Object.entries(wanted)), new Map(Object.entries(limits)));
        const days = Object.keys(wanted).filter((day) => (wanted[day] ?? 0) > (limits[day] ?? Infinity));
        expect(over.map(({ day }) => day)).toEqual(days.toSorted());
      }),
    );
  });
});
