import { doOverlap, minutesOf, type Opening } from '../../exhibitions/domain/openings.js';
import type { DayKind } from '../../exhibitions/domain/exhibition.js';
import type { PatternShift } from './pattern.js';
import type { StandShift } from './shift.js';

/** Somebody whom staff pinned to a shift. */
export interface Pin {
  readonly shift: string;
  readonly member: string;
}

/** A pin that goes on in another shift: one that stays, by its id, or a new one, by its place in `added`. */
export interface CarriedPin extends Pin {
  readonly to: string | number;
}

/** What a pattern does to the shifts that there are. */
export interface PatternPlan {
  /** Made by hand or for events: they stay as they are. */
  readonly byHand: readonly StandShift[];
  /** At the same time as one of the pattern's: it stays, with who is in it. */
  readonly kept: readonly StandShift[];
  /** Of these, those whose cover becomes another. */
  readonly changed: readonly (Pick<StandShift, 'id' | 'cover' | 'leads'> & { readonly was: StandShift })[];
  readonly removed: readonly StandShift[];
  readonly added: readonly PatternShift[];
  /** New ones at the time of some that were made by hand. */
  readonly besideByHand: readonly PatternShift[];
  readonly carriedPins: readonly CarriedPin[];
  readonly lostPins: readonly Pin[];
}

/** What a shift of a pattern is called; the usual has no name. */
export const patternLabels: Readonly<Record<DayKind, string>> = {
  'build-up': 'Build-up',
  open: '',
  'break-down': 'Break-down',
};

const isAtSameTime = (one: Opening, other: Opening): boolean =>
  one.start.equals(other.start) && one.end.equals(other.end);

const sharedMinutes = (one: Opening, other: Opening): number => {
  if (!doOverlap(one, other)) return 0;
  const start = one.start.epochMilliseconds > other.start.epochMilliseconds ? one.start : other.start;
  const end = one.end.epochMilliseconds < other.end.epochMilliseconds ? one.end : other.end;
  return minutesOf({ start, end });
};

/** Says what becomes of shifts when a pattern makes its own anew. Nothing made by hand goes, and no pin without being named. */
export function planPattern(
  existing: readonly StandShift[],
  made: readonly PatternShift[],
  pins: readonly Pin[],
): PatternPlan {
  const byHand = existing.filter(({ source }) => source !== 'pattern');
  const ofPattern = existing.filter(({ source }) => source === 'pattern');
  const kept: { readonly shift: StandShift; readonly as: PatternShift }[] = [];
  const added: PatternShift[] = [];
  const free = new Set(ofPattern);
  for (const each of made) {
    const same = [...free].find((shift) => isAtSameTime(shift, each));
    if (same) {
      free.delete(same);
      kept.push({ shift: same, as: each });
    } else if (!byHand.some((shift) => isAtSameTime(shift, each))) added.push(each);
  }
  const removed = ofPattern.filter((shift) => free.has(shift));
  return {
    byHand,
    kept: kept.map(({ shift }) => shift),
    changed: kept
      .filter(({ shift, as }) => shift.cover !== as.cover || shift.leads !== as.leads)
      .map(({ shift, as }) => ({ id: shift.id, cover: as.cover, leads: as.leads, was: shift })),
    removed,
    added,
    besideByHand: added.filter((each) => byHand.some((shift) => doOverlap(shift, each))),
    ...carryPins(removed, added, kept, pins),
  };
}

/** A pin goes on where a shift that stays or is new has at least half of the time, and a place. */
function carryPins(
  removed: readonly StandShift[],
  added: readonly PatternShift[],
  kept: readonly { readonly shift: StandShift; readonly as: PatternShift }[],
  pins: readonly Pin[],
): Pick<PatternPlan, 'carriedPins' | 'lostPins'> {
  const targets = [
    ...kept.map(({ shift, as }) => ({ to: shift.id, span: as, members: membersOf(pins, shift.id) })),
    ...added.map((span, index) => ({ to: index, span, members: new Set<string>() })),
  ];
  const carriedPins: CarriedPin[] = [];
  const lostPins: Pin[] = [];
  for (const pin of pins) {
    const from = removed.find(({ id }) => id === pin.shift);
    if (!from) continue;
    const [best] = targets
      .map((target) => ({ ...target, shared: sharedMinutes(from, target.span) }))
      .filter(
        ({ shared, members, span }) =>
          shared > 0 &&
          shared * 2 >= minutesOf(from) &&
          members.size < span.cover &&
          !members.has(pin.member),
      )
      .toSorted((a, b) => b.shared - a.shared);
    if (best) {
      best.members.add(pin.member);
      carriedPins.push({ ...pin, to: best.to });
    } else lostPins.push(pin);
  }
  return { carriedPins, lostPins };
}

const membersOf = (pins: readonly Pin[], shift: string): Set<string> =>
  new Set(pins.filter((pin) => pin.shift === shift).map(({ member }) => member));
