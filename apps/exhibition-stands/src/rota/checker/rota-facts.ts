import { Temporal } from 'temporal-polyfill';
import type { RotaPerson, RotaPlacement, RotaProblem, RotaSlot, RotaSpan } from '../domain/problem.js';

const { Instant } = Temporal;

/** Minutes from one instant to another, negative where the other is earlier. */
export const minutesFrom = (start: Temporal.Instant, end: Temporal.Instant): number =>
  start.until(end).total('minutes');

/** A slot with its times as instants. */
export interface CheckedSlot {
  readonly slot: RotaSlot;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly minutes: number;
  readonly isPast: boolean;
}

/** A slot of a problem, as the checker sees it. */
export function checkedSlot(problem: RotaProblem, slot: RotaSlot): CheckedSlot {
  const [start, end] = [Instant.from(slot.from), Instant.from(slot.until)];
  const isPast =
    problem.settledBefore !== null && Instant.compare(start, Instant.from(problem.settledBefore)) < 0;
  return { slot, start, end, minutes: minutesFrom(start, end), isPast };
}

/** Whether the spans together leave no moment of the slot out. */
export function covers(spans: readonly RotaSpan[], { start, end }: CheckedSlot): boolean {
  let reached = start;
  for (;;) {
    const next = spans
      .filter(({ from }) => Instant.compare(Instant.from(from), reached) <= 0)
      .map(({ until }) => Instant.from(until))
      .find((until) => Instant.compare(until, reached) > 0);
    if (!next) return false;
    if (Instant.compare(next, end) >= 0) return true;
    reached = next;
  }
}

/** Whether somebody has to be elsewhere, or is on the way there or back, at some time of the slot. */
export const isElsewhere = (problem: RotaProblem, person: RotaPerson, { start, end }: CheckedSlot): boolean =>
  person.busy.some((span) => {
    const minutes = span.walk ?? problem.rules.walkingMinutes;
    const leaves = Instant.from(span.from).subtract({ minutes });
    const back = Instant.from(span.until).add({ minutes });
    return Instant.compare(leaves, end) < 0 && Instant.compare(start, back) < 0;
  });

/** Whether a placement is in a list of them. */
export const isAmong = (list: readonly RotaPlacement[] | null, person: string, slot: string): boolean =>
  list?.some((placement) => placement.person === person && placement.slot === slot) === true;
