import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  freeTimes,
  saidKinds,
  saidOf,
  withException,
  withoutException,
  withSaid,
  type Exception,
  type SaidKind,
  type SaidSpan,
} from './availability.js';
import { answered } from './slots.js';
import { doMeet, type Span } from './spans.js';

const start = Temporal.Instant.from('2027-09-26T08:00:00Z');
const at = (quarter: number): Temporal.Instant => start.add({ minutes: 15 * quarter });
const quarters = 48;

const span = fc
  .tuple(fc.integer({ min: 0, max: quarters - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]): Span => ({ from: at(from), until: at(from + length) }));
const kind = fc.constantFrom(...saidKinds);
const press = fc.tuple(span, kind).map(([each, said]): SaidSpan => ({ ...each, kind: said }));
const presses = fc.array(press, { maxLength: 30 });
const exceptions = fc.array(
  span.map((each): Exception => ({ ...each, why: '' })),
  { maxLength: 6 },
);

const isAt = ({ from, until }: Span, quarter: number): boolean =>
  from.epochMilliseconds <= at(quarter).epochMilliseconds &&
  at(quarter).epochMilliseconds < until.epochMilliseconds;

/** What is said of one quarter of an hour, told one by one: the last press that it lies in. */
const lastSaid = (all: readonly SaidSpan[], quarter: number): SaidKind | null =>
  all.findLast((each) => isAt(each, quarter))?.kind ?? null;

const after = (all: readonly SaidSpan[]) => all.reduce<readonly SaidSpan[]>(withSaid, []);

describe('what people press', () => {
  it('is kept as it was last said of each moment, in order, without overlaps, and as few spans as can be', () => {
    fc.assert(
      fc.property(presses, (all) => {
        const said = after(all);
        for (let quarter = 0; quarter < quarters + 12; quarter++) {
          expect(said.find((each) => isAt(each, quarter))?.kind ?? null).toBe(lastSaid(all, quarter));
        }
        for (const [index, next] of said.entries()) {
          const before = said[index - 1];
          if (before === undefined) continue;
          expect(doMeet(before, next)).toBe(false);
          expect(before.until.epochMilliseconds).toBeLessThanOrEqual(next.from.epochMilliseconds);
          expect(before.until.equals(next.from) && before.kind === next.kind).toBe(false);
        }
      }),
    );
  });

  it('changes nothing when it is pressed twice', () => {
    fc.assert(
      fc.property(presses, press, (all, again) => {
        const once = withSaid(after(all), again);
        expect(withSaid(once, again)).toEqual(once);
      }),
    );
  });

  it('frees exactly what is offered, outside every exception, between arrival and departure', () => {
    const moment = fc.option(fc.integer({ min: 0, max: quarters }).map(at));
    fc.assert(
      fc.property(presses, exceptions, moment, moment, (all, except, arrivesAt, departsAt) => {
        const said = after(all);
        const free = freeTimes({ said, exceptions: except }, { arrivesAt, departsAt });
        for (let quarter = 0; quarter < quarters + 12; quarter++) {
          const word = lastSaid(all, quarter);
          const isThere =
            (arrivesAt === null || arrivesAt.epochMilliseconds <= at(quarter).epochMilliseconds) &&
            (departsAt === null || at(quarter).epochMilliseconds < departsAt.epochMilliseconds);
          const isFree =
            word !== null && word !== 'unavailable' && isThere && !except.some((each) => isAt(each, quarter));
          const found = free.filter((each) => isAt(each, quarter));
          expect(found.map(({ preferred }) => preferred)).toEqual(isFree ? [word === 'preferred'] : []);
        }
      }),
    );
  });

  it('comes back when an exception is taken back', () => {
    fc.assert(
      fc.property(presses, exceptions, span, (all, except, hole) => {
        const others = except.filter(
          (each) => !each.from.equals(hole.from) || !each.until.equals(hole.until),
        );
        const stay = { arrivesAt: null, departsAt: null };
        const before = freeTimes({ said: after(all), exceptions: others }, stay);
        const made = withException(others, { ...hole, why: 'My fringe' });
        expect(withException(made, { ...hole, why: 'My fringe' })).toEqual(made);
        expect(freeTimes({ said: after(all), exceptions: withoutException(made, hole) }, stay)).toEqual(
          before,
        );
      }),
    );
  });
});

describe('a slot', () => {
  it('is as its least willing part, and partly where nothing is said of some of it', () => {
    const said = after([
      { from: at(0), until: at(4), kind: 'available' },
      { from: at(4), until: at(8), kind: 'preferred' },
      { from: at(8), until: at(12), kind: 'unavailable' },
    ]);
    const of = (from: number, until: number) => saidOf(said, { from: at(from), until: at(until) });
    expect([of(0, 4), of(4, 8), of(0, 8), of(8, 12), of(4, 12)]).toEqual([
      'available',
      'preferred',
      'available',
      'unavailable',
      'unavailable',
    ]);
    expect([of(12, 16), saidOf(said.slice(0, 1), { from: at(2), until: at(6) })]).toEqual([null, 'partly']);
  });

  it('is said to be what was pressed last, for each that overlaps no other', () => {
    const slots = Array.from({ length: 12 }, (_, hour) => ({ from: at(4 * hour), until: at(4 * hour + 4) }));
    fc.assert(
      fc.property(presses, fc.array(fc.tuple(fc.nat(11), kind), { maxLength: 8 }), (all, pressed) => {
        const unique = new Map(pressed);
        const answers = [...unique].flatMap(([index, word]) => {
          const slot = slots[index];
          return slot === undefined ? [] : [{ span: slot, kind: word }];
        });
        const before = after(all);
        const said = answered(before, slots, answers);
        for (const [index, slot] of slots.entries()) {
          expect(saidOf(said, slot)).toBe(unique.get(index) ?? saidOf(before, slot));
        }
      }),
    );
  });

  it('keeps the part that a willing one shares with an unwilling one, in whichever order they are pressed', () => {
    const early = { from: at(0), until: at(6) };
    const late = { from: at(4), until: at(10) };
    const yes = { span: early, kind: 'available' } as const;
    const no = { span: late, kind: 'unavailable' } as const;
    const results = [
      answered([], [early, late], [yes, no]),
      answered([], [early, late], [no, yes]),
      answered(answered([], [early, late], [yes]), [early, late], [no]),
      answered(answered([], [early, late], [no]), [early, late], [yes]),
    ];
    for (const said of results) {
      expect([saidOf(said, early), saidOf(said, late)]).toEqual(['available', 'unavailable']);
    }
  });
});
