import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ExchangeChoice } from '../read-choices.js';
import { choiceParts, giftsPart, partShown, personValue, shiftValue } from './choice-parts.js';

const exhibition = { zone: 'Europe/London' };

function exchange(number: number): ExchangeChoice {
  const start = Temporal.Instant.from('2027-09-26T08:00:00Z').add({ hours: 2 * number });
  const terms = { start, end: start.add({ hours: 2 }), label: '', isLead: false, place: null, stand: null };
  const id = `shift-${number}`;
  const told = { id, shiftId: id, memberId: 'bo', version: 1, toldAt: start, terms };
  return { assignment: { ...told, status: 'assigned' }, name: 'Bo Sample' };
}
const some = (shifts: number, people: number) => ({
  exhibition,
  exchanges: Array.from({ length: shifts }, (_, number) => exchange(number)),
  gifts: Array.from({ length: people }, (_, number) => ({ memberId: `member-${number}`, name: 'Cy' })),
});

describe('what a shift could be swapped for', () => {
  it('is one list where there is little of it', () => {
    expect(choiceParts(some(12, 8))).toEqual([]);
    expect(choiceParts(some(12, 9)).map(({ key }) => key)).toEqual(['2027-09-26', '2027-09-27', giftsPart]);
    expect(choiceParts(some(21, 0)).map(({ key }) => key)).not.toContain(giftsPart);
    expect(choiceParts(some(0, 21)).map(({ key }) => key)).toEqual([giftsPart]);
  });

  it('goes by the days of the stand’s own clock', () => {
    const [first] = choiceParts({ ...some(30, 0), exhibition: { zone: 'Asia/Tokyo' } });
    // From 17:00 there, every two hours: the day has four of them.
    expect(first?.exchanges).toHaveLength(4);
  });

  it('loses nothing and has nothing twice, and what was chosen is among what is shown', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), fc.nat(), (shifts, people, which) => {
        const all = some(shifts, people);
        const values = [...all.exchanges.map(shiftValue), ...all.gifts.map(personValue)];
        const parts = choiceParts(all);
        fc.pre(parts.length > 0);
        expect(
          parts.flatMap(({ exchanges, gifts }) => [...exchanges.map(shiftValue), ...gifts.map(personValue)]),
        ).toEqual(values);
        const chosen = values[which % values.length] ?? '';
        const shown = partShown(parts, 'elsewhere', chosen);
        expect([
          ...(shown?.exchanges ?? []).map(shiftValue),
          ...(shown?.gifts ?? []).map(personValue),
        ]).toContain(chosen);
      }),
    );
  });

  it('is the first day unless another is asked for', () => {
    const parts = choiceParts(some(30, 5));
    const key = (asked: string) => partShown(parts, asked, '')?.key;
    expect([key(''), key('2027-09-27'), key(giftsPart), key('nothing')]).toEqual([
      '2027-09-26',
      '2027-09-27',
      giftsPart,
      '2027-09-26',
    ]);
  });
});
