import { Temporal } from 'temporal-polyfill';
import type { LegDetails, LegWay } from './leg.js';

/** A leg as far as it matters whether somebody can take it after another. */
export type TimedLeg = Pick<LegDetails, 'departs' | 'arrives' | 'changeMinutes' | 'borderMinutes'>;

/** Two legs that somebody cannot both take, or hardly. */
export type JourneyWarning<Leg> =
  | { readonly kind: 'overlap'; readonly first: Leg; readonly second: Leg }
  | {
      readonly kind: 'too-short';
      readonly first: Leg;
      readonly second: Leg;
      /** Between the arrival of the first and the departure of the second. */
      readonly minutes: number;
      /** What both say is needed: at the border after the first, before the second departs. */
      readonly needed: number;
    };

/** Legs in the order in which they depart. */
export const inOrder = <Leg extends Pick<TimedLeg, 'departs' | 'arrives'>>(
  legs: readonly Leg[],
): readonly Leg[] =>
  legs.toSorted(
    (one, other) =>
      Temporal.Instant.compare(one.departs.at, other.departs.at) ||
      Temporal.Instant.compare(one.arrives.at, other.arrives.at),
  );

/** What somebody who takes all of these legs cannot do: every pair, the earlier one first. */
export function journeyWarnings<Leg extends TimedLeg>(legs: readonly Leg[]): readonly JourneyWarning<Leg>[] {
  const ordered = inOrder(legs);
  return ordered.flatMap((first, index) =>
    ordered.slice(index + 1).flatMap((second): JourneyWarning<Leg>[] => {
      const minutes = Math.floor(
        (second.departs.at.epochMilliseconds - first.arrives.at.epochMilliseconds) / 60_000,
      );
      if (minutes < 0) return [{ kind: 'overlap', first, second }];
      const needed = first.borderMinutes + second.changeMinutes;
      return minutes < needed ? [{ kind: 'too-short', first, second, minutes, needed }] : [];
    }),
  );
}

/** Where somebody travels on their own. */
export type OwnWay = Exclude<LegWay, 'during'>;

export const ownWays: readonly OwnWay[] = ['there', 'back'];

/**
 * Which ways somebody has not got: neither a leg that takes them, nor that they said they travel on their own.
 *
 * @param legs on which they are, without those that are cancelled
 * @param own the ways for which they look after themselves
 */
export const waysMissing = (
  legs: readonly { readonly way: LegWay }[],
  own: readonly OwnWay[],
): readonly OwnWay[] => ownWays.filter((way) => !own.includes(way) && !legs.some((leg) => leg.way === way));

/** Which ways somebody has twice: a leg of the party, and one of their own. */
export const waysTwice = (
  legs: readonly { readonly way: LegWay }[],
  own: readonly OwnWay[],
): readonly OwnWay[] => own.filter((way) => legs.some((leg) => leg.way === way));
