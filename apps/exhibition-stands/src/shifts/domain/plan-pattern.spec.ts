import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { cutIntoShifts, type DayPattern, type PatternShift } from './pattern.js';
import { planPattern } from './plan-pattern.js';
import type { StandShift } from './shift.js';

const start = Temporal.Instant.from('2027-09-26T08:00:00Z');
const day = { start, end: start.add({ hours: 8 }) };

const made = (minutes: number, cover = 2): readonly PatternShift[] => {
  const pattern: DayPattern = { slotMinutes: minutes, cover, leads: 0, handover: 'none', handoverMinutes: 0 };
  return cutIntoShifts(day, pattern).map((span) => ({
    ...span,
    kind: 'open',
    day: '2027-09-26',
    cover,
    leads: 0,
  }));
};

const existing = (minutes: number, source: StandShift['source'] = 'pattern'): readonly StandShift[] =>
  made(minutes).map(({ start: from, end, cover, leads }, index) => ({
    start: from,
    end,
    cover,
    leads,
    id: `${source}-${index}`,
    skills: [],
    label: '',
    source,
    version: 1,
  }));

const pinned = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([shift, member]) => ({ shift, member }));

describe('a pattern made again', () => {
  it('changes nothing where nothing is another', () => {
    const plan = planPattern(existing(120), made(120), pinned(['pattern-0', 'ana']));
    expect(plan).toMatchObject({ added: [], removed: [], changed: [], carriedPins: [], lostPins: [] });
    expect(plan.kept).toHaveLength(4);
  });

  it('changes how many are needed where the times are the same', () => {
    const plan = planPattern(existing(120), made(120, 3), []);
    expect(plan.changed.map(({ id, cover }) => [id, cover])).toEqual(
      [0, 1, 2, 3].map((index) => [`pattern-${index}`, 3]),
    );
    expect(plan.added).toEqual([]);
    const led = made(120).map((shift) => ({ ...shift, leads: 1 }));
    expect(planPattern(existing(120), led, []).changed.map(({ leads }) => leads)).toEqual([1, 1, 1, 1]);
  });

  it('names new ones at the time of some that were made by hand, and no others', () => {
    const byHand = existing(60, 'hand').filter((_, index) => index === 0 || index === 7);
    const plan = planPattern(byHand, made(120), []);
    expect(plan.besideByHand).toEqual([plan.added[0], plan.added[3]]);
    expect(plan.added).toHaveLength(4);
  });

  it('leaves what was made by hand, and makes no second one of it', () => {
    const plan = planPattern(existing(120, 'hand'), made(120), []);
    expect(plan.byHand).toHaveLength(4);
    expect(plan).toMatchObject({ added: [], removed: [] });
  });

  it('carries pins on as far as there are places, and names the others', () => {
    // Two shifts become one with two places: of three who are pinned to them, one has none.
    const pins = pinned(['pattern-0', 'ana'], ['pattern-1', 'ben'], ['pattern-1', 'cas']);
    const plan = planPattern(existing(120), made(240), pins);
    expect(plan.carriedPins).toEqual([
      { shift: 'pattern-0', member: 'ana', to: 0 },
      { shift: 'pattern-1', member: 'ben', to: 0 },
    ]);
    expect(plan.lostPins).toEqual(pinned(['pattern-1', 'cas']));
  });

  it('carries a pin on where half of the time is left, to the shift that has most of it', () => {
    const [long] = existing(240);
    const at = (minutes: number, length: number): PatternShift[] =>
      made(480).map((shift) => ({
        ...shift,
        start: start.add({ minutes }),
        end: start.add({ minutes: minutes + length }),
      }));
    const carried = (...to: readonly PatternShift[]) =>
      planPattern(long ? [long] : [], to, pinned(['pattern-0', 'ana'])).carriedPins.map((pin) => pin.to);
    expect(carried(...at(120, 240))).toEqual([0]);
    expect(carried(...at(121, 240))).toEqual([]);
    expect(carried(...at(-120, 240))).toEqual([0]);
    expect(carried(...at(-121, 240))).toEqual([]);
    expect(carried(...at(0, 120), ...at(60, 180))).toEqual([1]);
    expect(carried(...at(300, 60))).toEqual([]);
  });

  it('carries a pin on to a shift that stays, once, while it has a place', () => {
    const [early, late] = existing(240);
    const [kept] = made(240);
    const overlapping = late && {
      ...late,
      start: start.add({ minutes: 60 }),
      end: start.add({ minutes: 240 }),
    };
    const before = early && overlapping ? [early, overlapping] : [];
    const plan = (...pins: readonly (readonly [string, string])[]) =>
      planPattern(before, kept ? [kept] : [], pinned(...pins));
    expect(plan(['pattern-1', 'ana']).carriedPins).toEqual([
      { shift: 'pattern-1', member: 'ana', to: 'pattern-0' },
    ]);
    expect(plan(['pattern-0', 'ana'], ['pattern-1', 'ana']).lostPins).toEqual(pinned(['pattern-1', 'ana']));
    const full = plan(['pattern-0', 'ben'], ['pattern-0', 'cas'], ['pattern-1', 'ana']);
    expect(full.lostPins).toEqual(pinned(['pattern-1', 'ana']));
  });

  it('accounts for every shift and every pin, whatever it was and becomes', () => {
    const length = fc.integer({ min: 20, max: 480 });
    fc.assert(
      fc.property(
        length,
        length,
        fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 12 }),
        (was, is, raw) => {
          const before = [...existing(was), ...existing(90, 'hand')];
          const all = new Map(
            raw.map(([shift, member]) => {
              const id = before[shift % before.length]?.id ?? '';
              return [`${id} ${member}`, { shift: id, member: String(member) }];
            }),
          );
          const pins = [...all.values()];
          const plan = planPattern(before, made(is), pins);
          expect(plan.byHand).toEqual(existing(90, 'hand'));
          expect(new Set([...plan.kept, ...plan.removed])).toEqual(
            new Set(before.filter(({ source }) => source === 'pattern')),
          );
          const gone = new Set(plan.removed.map(({ id }) => id));
          const named = [
            ...plan.carriedPins.map(({ shift, member }) => ({ shift, member })),
            ...plan.lostPins,
          ];
          expect(new Set(named.map((pin) => JSON.stringify(pin)))).toEqual(
            new Set(pins.filter(({ shift }) => gone.has(shift)).map((pin) => JSON.stringify(pin))),
          );
          for (const [index] of plan.added.entries())
            expect(plan.carriedPins.filter(({ to }) => to === index).length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
