import { Temporal } from 'temporal-polyfill';
import {
  daysAsCommitments,
  daysAway,
  daysOfTicket,
  inOnePiece,
  overlaps,
  type Commitment,
  type Overlap,
} from '#commitments';
import type { ConferenceFacts, ShiftFacts, TravellerFacts } from '#contracts';

/** A conference, and the days of it that somebody's ticket is for (ISO; none: all of them). */
export interface AttendedConference {
  readonly facts: ConferenceFacts;
  readonly ticketDays: readonly string[];
}

/** What somebody is to be at, of what the calendar knows. */
export interface OwnTimes {
  /** In which they take part. */
  readonly conferences: readonly AttendedConference[];
  readonly shifts: readonly ShiftFacts[];
  /** With which they travel. */
  readonly visits: readonly TravellerFacts[];
}

/**
 * What somebody cannot both do, as far as it is not over yet: days of conferences, study visits and shifts on stands that are at
 * the same time, or too close to each other for the way. Shifts in a row on one stand are one.
 *
 * @returns the earliest first
 */
export function doubleBookings(
  { conferences, shifts, visits }: OwnTimes,
  now: Temporal.Instant,
): readonly Overlap[] {
  const all = [...daysOf(conferences), ...visits.map(daysAway), ...inOnePiece(shifts.map(commitmentOf))];
  return overlaps(all).filter(({ second }) => Temporal.Instant.compare(second.end, now) > 0);
}

/** What is at the same time as something else, or too close to it for the way. */
export interface Beside {
  readonly other: Commitment;
  /** Whether both are at the same time; otherwise there is too little time between them. */
  readonly isAtOnce: boolean;
}

/**
 * What cannot be done besides a shift. It does not hang on what time it is: the same commitments give the same.
 *
 * @param shift one of those
 */
export function besideShift({ conferences, shifts, visits }: OwnTimes, shift: ShiftFacts): readonly Beside[] {
  const own = commitmentOf(shift);
  const elsewhere = inOnePiece(shifts.map(commitmentOf)).filter(({ place }) => place !== own.place);
  return overlaps([own, ...daysOf(conferences), ...visits.map(daysAway), ...elsewhere])
    .filter(({ first, second }) => first === own || second === own)
    .map(({ first, second, isAtOnce }) => ({ other: first === own ? second : first, isAtOnce }));
}

const daysOf = (conferences: readonly AttendedConference[]): readonly Commitment[] =>
  conferences
    .filter(({ facts }) => facts.status !== 'cancelled')
    .flatMap(({ facts: { id, title, when }, ticketDays }) =>
      daysAsCommitments({ id, title, zone: when.zone, days: daysOfTicket(when.days, ticketDays) }),
    );

const commitmentOf = (shift: ShiftFacts): Commitment => ({
  id: shift.id,
  title: `Stand at ${shift.exhibitionTitle}`,
  start: Temporal.Instant.from(shift.start),
  end: Temporal.Instant.from(shift.end),
  zone: shift.zone,
  place: `stand ${shift.exhibitionId}`,
  walkingMinutes: shift.walkingMinutes,
});
