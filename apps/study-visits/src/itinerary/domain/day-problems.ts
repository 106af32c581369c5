import { Temporal } from 'temporal-polyfill';
import { wayBetween, type Way } from './distance.js';
import { dayOf, inOrder, minutesBetween, type Item } from './item.js';
import { daysBetween, ownItems, type Part } from './own-day.js';
import type { OverlapProblem, Plan, PlanProblem, TooLittleTimeProblem } from './plan.js';

/** What a part wants before it. */
interface Planned extends Part {
  readonly bufferMinutes: number;
  readonly hostId: string | null;
}

/**
 * What is wrong with travellers’ own days: two things at once, too little time from one to the next, a day of the visit for which
 * nothing is planned. The same of several travellers is said once, with all of them.
 *
 * @param plan without cancelled items
 */
export function dayProblems(plan: Plan): readonly PlanProblem[] {
  const pairs = new Map<string, OverlapProblem | TooLittleTimeProblem>();
  const empty = new Map<string, readonly string[]>();
  const days = daysBetween(plan.visit.firstDay, plan.visit.lastDay);
  for (const traveller of plan.travellers) {
    const parts = partsOf(plan, traveller);
    for (const found of [...overlapsOf(parts), ...closeOnes(parts)]) {
      const key = `${found.code} ${found.itemIds.join(' ')}`;
      const known = pairs.get(key);
      pairs.set(key, { ...found, travellerIds: [...(known?.travellerIds ?? []), traveller] });
    }
    const busy = new Set(parts.flatMap(daysOf));
    for (const day of days.filter((each) => !busy.has(each))) {
      empty.set(day, [...(empty.get(day) ?? []), traveller]);
    }
  }
  const order = new Map(inOrder([...plan.items, ...plan.legs]).map(({ id }, index) => [id, index]));
  const place = ({ itemIds }: OverlapProblem | TooLittleTimeProblem) => order.get(itemIds[0]) ?? 0;
  return [
    ...[...pairs.values()].toSorted((a, b) => place(a) - place(b)),
    ...days.flatMap((day) => {
      const travellerIds = empty.get(day) ?? [];
      return travellerIds.length === 0
        ? []
        : [{ code: 'empty-day' as const, itemIds: [] as const, day, travellerIds }];
    }),
  ];
}

function partsOf(plan: Plan, traveller: string): readonly Planned[] {
  const items = ownItems(plan.items, plan.membership, traveller).map(asPart);
  const legs = plan.legs
    .filter(({ travellerIds }) => travellerIds.includes(traveller))
    .map((leg) => ({ ...leg, bufferMinutes: 0, hostId: null }));
  return inOrder([...items, ...legs]);
}

const asPart = (item: Item): Planned => item;

/** The days on which something is, on its own clocks: a night on a coach is on two. */
const daysOf = ({ start, zone, end, endZone }: Part): readonly string[] =>
  daysBetween(dayOf({ start, zone }), dayOf({ start: end.subtract({ nanoseconds: 1 }), zone: endZone }));

type Found<Problem> = Omit<Problem, 'travellerIds'>;

function overlapsOf(parts: readonly Planned[]): readonly Found<OverlapProblem>[] {
  return parts.flatMap((first, index) => {
    const found: Found<OverlapProblem>[] = [];
    for (const second of parts.slice(index + 1)) {
      if (Temporal.Instant.compare(second.start, first.end) >= 0) break;
      const until = Temporal.Instant.compare(first.end, second.end) < 0 ? first.end : second.end;
      found.push({
        code: 'overlap',
        itemIds: [first.id, second.id],
        minutes: minutesBetween(second.start, until),
      });
    }
    return found;
  });
}

/** From whatever ends last before something begins, to that. */
function closeOnes(parts: readonly Planned[]): readonly Found<TooLittleTimeProblem>[] {
  const found: Found<TooLittleTimeProblem>[] = [];
  let last: Planned | null = null;
  for (const next of parts) {
    if (last !== null && Temporal.Instant.compare(last.end, next.start) <= 0) {
      const minutes = minutesBetween(last.end, next.start);
      const way = wayFrom(last, next);
      const needed = next.bufferMinutes + (way?.minutes ?? 0);
      if (minutes < needed) {
        const { bufferMinutes } = next;
        found.push({ code: 'too-little-time', itemIds: [last.id, next.id], minutes, bufferMinutes, way });
      }
    }
    if (last === null || Temporal.Instant.compare(next.end, last.end) > 0) last = next;
  }
  return found;
}

/** `null` where both are at one place, or it is not known of both where they are. */
function wayFrom(one: Planned, next: Planned): Way | null {
  const [from, to] = [one.to ?? one.stop, next.stop];
  const isOneHost = one.to === null && one.hostId !== null && one.hostId === next.hostId;
  const points = { from: from?.point ?? null, to: to?.point ?? null };
  if (isOneHost || points.from === null || points.to === null) return null;
  const way = wayBetween(points.from, points.to);
  return way.minutes === 0 ? null : way;
}
