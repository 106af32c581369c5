import { Temporal } from 'temporal-polyfill';
import type { RotaPerson, RotaPlacement, RotaProblem, RotaSlot, RotaSpan } from './problem.js';
import { RotaProblemError } from './rota-problem-error.js';

/** A stretch of time in minutes since 1970, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A slot with its times as numbers. */
export interface Shift extends Stretch {
  readonly index: number;
  readonly slot: RotaSlot;
  readonly minutes: number;
  readonly isSettled: boolean;
}

/** A person with their times as numbers. */
export interface Member {
  readonly index: number;
  readonly person: RotaPerson;
  /** In order, none touching another. */
  readonly available: readonly Stretch[];
  /** The same of the times that they prefer; empty where they prefer none. */
  readonly preferred: readonly Stretch[];
  /** With the way there and back. */
  readonly busy: readonly Stretch[];
  readonly skills: ReadonlySet<string>;
  readonly passDays: ReadonlySet<string> | null;
  readonly mostMinutes: number;
}

/** A member and a shift, both by index. */
export type Pair = readonly [member: number, shift: number];

/** The problem, read once: ids as indexes, instants as minutes. */
export interface Timetable {
  readonly problem: RotaProblem;
  readonly members: readonly Member[];
  readonly shifts: readonly Shift[];
  /** What staff have pinned in slots that are still open. */
  readonly pinned: readonly Pair[];
  /** Who was in the slots that are settled. */
  readonly settled: readonly Pair[];
  /** What is published of the slots that are still open; null where nothing is. */
  readonly published: readonly Pair[] | null;
  readonly forbidden: ReadonlySet<number>;
  /** A number of its own for each pair. */
  readonly keyOf: (member: number, shift: number) => number;
}

function minuteOf(instant: string): number {
  const minutes = epochMinutes(instant);
  if (!Number.isInteger(minutes))
    throw new RotaProblemError(`“${instant}” is not an instant in whole minutes like 2026-09-27T09:00:00Z.`);
  return minutes;
}

function epochMinutes(instant: string): number {
  try {
    return Temporal.Instant.from(instant).epochMilliseconds / 60_000;
  } catch {
    return NaN;
  }
}

function stretchOf(span: RotaSpan, widened = 0): Stretch {
  const from = minuteOf(span.from);
  const until = minuteOf(span.until);
  if (until <= from)
    throw new RotaProblemError(`A time from ${span.from} until ${span.until} has no length.`);
  return { from: from - widened, until: until + widened };
}

/** Stretches in order; those that touch or overlap become one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && stretch.from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
    else result.push(stretch);
  }
  return result;
}

function memberOf(person: RotaPerson, index: number, problem: RotaProblem): Member {
  const { rules } = problem;
  return {
    index,
    person,
    available: joined(person.available.map((span) => stretchOf(span))),
    preferred: joined(person.available.filter(({ preferred }) => preferred).map((span) => stretchOf(span))),
    busy: person.busy.map((span) => stretchOf(span, span.walk ?? rules.walkingMinutes)),
    skills: new Set(person.skills),
    passDays: person.passDays && new Set(person.passDays),
    mostMinutes: Math.min(rules.maxMinutesPerDay, person.maxMinutesPerDay ?? Infinity),
  };
}

function indexes(one: string, several: string, ids: readonly string[]): (id: string) => number {
  const byId = new Map(ids.map((id, index) => [id, index]));
  if (byId.size < ids.length) throw new RotaProblemError(`Two ${several} have the same id.`);
  return (id) => {
    const index = byId.get(id);
    if (index === undefined) throw new RotaProblemError(`No ${one} has the id “${id}”.`);
    return index;
  };
}

/**
 * Reads a problem.
 * @throws RotaProblemError where an id is unknown or used twice, or a time has no length or is no instant in whole minutes
 */
export function readProblem(problem: RotaProblem): Timetable {
  const before = problem.settledBefore === null ? -Infinity : minuteOf(problem.settledBefore);
  const members = problem.people.map((person, index) => memberOf(person, index, problem));
  const shifts = problem.slots.map((slot, index): Shift => {
    const { from, until } = stretchOf(slot);
    return { index, slot, from, until, minutes: until - from, isSettled: from < before };
  });
  const personOf = indexes(
    'person',
    'people',
    problem.people.map(({ id }) => id),
  );
  const slotOf = indexes(
    'slot',
    'slots',
    problem.slots.map(({ id }) => id),
  );
  const keyOf = (member: number, shift: number) => member * shifts.length + shift;
  const pairsOf = (placements: readonly RotaPlacement[]): readonly Pair[] => [
    ...new Map(
      placements
        .map(({ person, slot }): Pair => [personOf(person), slotOf(slot)])
        .map((pair) => [keyOf(...pair), pair]),
    ).values(),
  ];
  const isSettled = ([, shift]: Pair) => shifts[shift]?.isSettled === true;
  const published = problem.published && pairsOf(problem.published);
  return {
    problem,
    members,
    shifts,
    pinned: pairsOf(problem.pinned).filter((pair) => !isSettled(pair)),
    settled: published?.filter(isSettled) ?? [],
    published: published?.filter((pair) => !isSettled(pair)) ?? null,
    forbidden: new Set(pairsOf(problem.forbidden).map((pair) => keyOf(...pair))),
    keyOf,
  };
}
