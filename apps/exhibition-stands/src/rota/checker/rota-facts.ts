import { Temporal } from 'temporal-polyfill';
import type { RotaPerson, RotaPlacement, RotaProblem, RotaSlot, RotaSpan } from '../domain/problem.js';

/** A time from one moment to another, in minutes since 1970. */
interface Time {
  readonly start: number;
  readonly end: number;
}

/** A slot with its times as the checker compares them. */
export interface CheckedSlot extends Time {
  readonly slot: RotaSlot;
  readonly minutes: number;
  readonly isPast: boolean;
}

/** Somebody with their times as the checker compares them. */
export interface CheckedPerson {
  readonly person: RotaPerson;
  readonly available: readonly Time[];
  readonly preferred: readonly Time[];
  /** From leaving for a commitment until being back from it. */
  readonly away: readonly Time[];
}

/** A problem as the checker knows it: each time read once, each list of placements made easy to look things up in. */
export interface RotaFacts {
  readonly problem: RotaProblem;
  readonly people: readonly CheckedPerson[];
  readonly slots: readonly CheckedSlot[];
  readonly isPublished: (placement: RotaPlacement) => boolean;
  readonly isForbidden: (placement: RotaPlacement) => boolean;
}

const nameOf = ({ person, slot }: RotaPlacement): string => JSON.stringify([person, slot]);

/** Says of placements whether they are in a list. */
export function listed(list: readonly RotaPlacement[] | null): (placement: RotaPlacement) => boolean {
  const names = new Set(list?.map(nameOf));
  return (placement) => names.has(nameOf(placement));
}

/** @throws RangeError where a time of the problem is no instant */
export function factsOf(problem: RotaProblem): RotaFacts {
  const read = new Map<string, number>();
  const momentOf = (instant: string): number => {
    const known = read.get(instant);
    if (known !== undefined) return known;
    const moment = Temporal.Instant.from(instant).epochMilliseconds / 60_000;
    read.set(instant, moment);
    return moment;
  };
  const timeOf = ({ from, until }: RotaSpan): Time => ({ start: momentOf(from), end: momentOf(until) });
  const settled = problem.settledBefore === null ? -Infinity : momentOf(problem.settledBefore);
  return {
    problem,
    slots: problem.slots.map((slot) => {
      const { start, end } = timeOf(slot);
      return { slot, start, end, minutes: end - start, isPast: start < settled };
    }),
    people: problem.people.map((person) => ({
      person,
      available: person.available.map(timeOf),
      preferred: person.available.filter((span) => span.preferred).map(timeOf),
      away: person.busy.map((span) => {
        const { start, end } = timeOf(span);
        const walk = span.walk ?? problem.rules.walkingMinutes;
        return { start: start - walk, end: end + walk };
      }),
    })),
    isPublished: listed(problem.published),
    isForbidden: listed(problem.forbidden),
  };
}

/** Whether the times together leave no moment of the slot out. */
export function covers(times: readonly Time[], slot: CheckedSlot): boolean {
  let reached = slot.start;
  while (reached < slot.end) {
    const next = times.find(({ start, end }) => start <= reached && end > reached);
    if (!next) return false;
    reached = next.end;
  }
  return true;
}

/** Whether one of the times has a moment in common with the slot. */
export const meets = (times: readonly Time[], slot: CheckedSlot): boolean =>
  times.some(({ start, end }) => start < slot.end && slot.start < end);
