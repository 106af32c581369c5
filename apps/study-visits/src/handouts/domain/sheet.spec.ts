import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { checkSheet, fewestForNeeds, linkEnds, toldNeeds } from './sheet.js';

const visit = { lastDay: '2035-03-25', zone: 'Europe/Rome' };
const at = (text: string) => Temporal.Instant.from(text);

describe('until when a sheet’s link leads there', () => {
  it('is a day after the last thing on it, in whatever order they are', () => {
    const instants = fc
      .integer({ min: 0, max: 4e12 })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1 }), (ends) => {
        const until = linkEnds(ends, visit).epochMilliseconds;
        for (const end of ends) expect(until).toBeGreaterThanOrEqual(end.epochMilliseconds + 86_400_000);
        expect(ends.some((end) => end.epochMilliseconds + 86_400_000 === until)).toBe(true);
      }),
    );
  });

  it('is a day after the visit where nothing is on it, on the clock that is in force there then', () => {
    // The clocks went forward on the last day, so midnight is at 22:00 UTC.
    expect(linkEnds([], visit)).toEqual(at('2035-03-26T22:00:00Z'));
  });
});

describe('what is told of needs', () => {
  it('is nothing where so few come that a figure would name somebody', () => {
    expect(toldNeeds(fewestForNeeds - 1, { diet: 1, access: 1 })).toBe('too-few');
    expect(toldNeeds(fewestForNeeds, { diet: 1, access: 0 })).toEqual({ diet: 1, access: 0 });
  });
});

describe('what staff say on a sheet', () => {
  it('may be nothing, and not too much', () => {
    expect(checkSheet({ notes: '  ', showsNeeds: false })).toEqual({
      ok: true,
      value: { notes: '', showsNeeds: false },
    });
    expect(checkSheet({ notes: 'x'.repeat(5001), showsNeeds: false })).toMatchObject({
      ok: false,
      problems: [{ field: 'notes' }],
    });
  });
});
