import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { journeyWarnings, waysMissing, waysTwice, type TimedLeg } from './journey.js';

const start = Temporal.Instant.from('2035-03-11T00:00:00Z');
const leg = (departs: number, arrives: number, changeMinutes = 0, borderMinutes = 0): TimedLeg => ({
  departs: { at: start.add({ minutes: departs }), zone: 'Europe/London' },
  arrives: { at: start.add({ minutes: arrives }), zone: 'Europe/Rome' },
  changeMinutes,
  borderMinutes,
});

describe('legs of one traveller', () => {
  it('overlap, follow too soon, or fit', () => {
    expect(journeyWarnings([leg(60, 120), leg(0, 61)])).toMatchObject([{ kind: 'overlap' }]);
    expect(journeyWarnings([leg(0, 60), leg(60, 120)])).toEqual([]);
    expect(journeyWarnings([leg(0, 60), leg(149, 200, 90)])).toMatchObject([
      { kind: 'too-short', minutes: 89, needed: 90 },
    ]);
    expect(journeyWarnings([leg(0, 60), leg(150, 200, 90)])).toEqual([]);
  });

  it('need longer where the border has its queues', () => {
    expect(journeyWarnings([leg(0, 60, 0, 45), leg(150, 200, 90)])).toMatchObject([
      { minutes: 90, needed: 135 },
    ]);
  });

  it('are told of whatever order they come in, and nothing where each waits long enough', () => {
    const some = fc.array(
      fc.record({ wait: fc.integer({ min: 0, max: 300 }), takes: fc.integer({ min: 1, max: 300 }) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 200 }), (parts, needed) => {
        let now = 0;
        const legs = parts.map(({ wait, takes }) => {
          const departs = now + wait;
          now = departs + takes;
          return leg(departs, now, needed);
        });
        const warnings = journeyWarnings(legs);
        expect(journeyWarnings(legs.toReversed())).toEqual(warnings);
        // Told exactly where one has less time than is needed.
        const tooSoon = parts.filter(({ wait }, index) => index > 0 && wait < needed).length;
        expect(warnings.some(({ kind }) => kind === 'overlap')).toBe(false);
        expect(warnings.length === 0).toBe(tooSoon === 0);
        expect(warnings.length).toBeGreaterThanOrEqual(tooSoon);
      }),
    );
  });

  it('overlap exactly where both are under way at one instant', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(span, span, ([a, la], [b, lb]) => {
        const found = journeyWarnings([leg(a, a + la), leg(b, b + lb)]);
        expect(found.length).toBe(a < b + lb && b < a + la ? 1 : 0);
      }),
    );
  });
});

describe('the ways there and back', () => {
  it('are missing, there by a leg or on one’s own, or twice', () => {
    expect(waysMissing([], [])).toEqual(['there', 'back']);
    expect(waysMissing([{ way: 'during' }, { way: 'there' }], [])).toEqual(['back']);
    expect(waysMissing([{ way: 'there' }], ['back'])).toEqual([]);
    expect(waysTwice([{ way: 'there' }], ['there', 'back'])).toEqual(['there']);
  });
});
