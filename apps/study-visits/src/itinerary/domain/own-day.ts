import { Temporal } from 'temporal-polyfill';
import { dayOf, inOrder, type Item, type Stop } from './item.js';

/** Something that a traveller is at, an item or a leg of their journey. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly start: Temporal.Instant;
  /** IANA */
  readonly zone: string;
  readonly end: Temporal.Instant;
  /** IANA */
  readonly endZone: string;
  /** Where it begins. */
  readonly stop: Stop | null;
  /** Where it ends, if elsewhere. */
  readonly to: Stop | null;
}

/** Which groups each traveller is in: traveller’s id → groups’ ids. */
export type Membership = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether an item is for somebody: for everybody, or for one of their groups. */
export const isFor = (
  { groupIds }: Pick<Item, 'groupIds'>,
  groups: ReadonlySet<string> | undefined,
): boolean => groupIds.length === 0 || groupIds.some((id) => groups?.has(id) === true);

/** The items that somebody is at, in the order of time; none that is cancelled. */
export const ownItems = <One extends Item>(
  items: readonly One[],
  membership: Membership,
  travellerId: string,
): readonly One[] =>
  inOrder(items.filter((item) => item.status === 'planned' && isFor(item, membership.get(travellerId))));

/** A stretch of a day: something that somebody is at, or nothing that is planned. */
export type Stretch<One> =
  | {
      readonly kind: 'part';
      readonly start: Temporal.Instant;
      readonly end: Temporal.Instant;
      readonly part: One;
    }
  | { readonly kind: 'open'; readonly start: Temporal.Instant; readonly end: Temporal.Instant };

/**
 * A day as somebody spends it, from the beginning of its first part to the end of its last: every minute of it is within a part
 * or in a stretch for which nothing is planned.
 *
 * @param shortest stretches of fewer minutes than this are on the way from one thing to the next, and are left out
 */
export function stretchesOf<One extends Pick<Part, 'id' | 'start' | 'end'>>(
  parts: readonly One[],
  shortest = 0,
): readonly Stretch<One>[] {
  const stretches: Stretch<One>[] = [];
  let reached: Temporal.Instant | null = null;
  for (const part of inOrder(parts)) {
    const { start, end } = part;
    if (reached !== null && lasts(reached, start) > Math.max(shortest - 1, 0)) {
      stretches.push({ kind: 'open', start: reached, end: start });
    }
    stretches.push({ kind: 'part', start, end, part });
    if (reached === null || Temporal.Instant.compare(end, reached) > 0) reached = end;
  }
  return stretches;
}

const lasts = (from: Temporal.Instant, to: Temporal.Instant): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 60_000;

/** By the day on which they begin, on their own clock: ISO → parts, the earliest first. */
export function byDay<One extends Pick<Part, 'id' | 'start' | 'end' | 'zone'>>(
  parts: readonly One[],
): ReadonlyMap<string, readonly One[]> {
  const days = new Map<string, One[]>();
  for (const part of inOrder(parts)) {
    const day = dayOf(part);
    days.set(day, [...(days.get(day) ?? []), part]);
  }
  return new Map([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every day from the first to the last, both included. ISO */
export function daysBetween(firstDay: string, lastDay: string): readonly string[] {
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(firstDay);
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString());
  }
  return days;
}
