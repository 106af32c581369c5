import { Temporal } from 'temporal-polyfill';
import { clashesWith, daysAsCommitments, type Attended, type Commitment, type ToldDay } from '#commitments';

/**
 * The days of a conference that a ticket is for.
 *
 * @param ticketDays ISO; none: all of them
 */
export const daysOfTicket = (days: readonly ToldDay[], ticketDays: readonly string[]): readonly ToldDay[] =>
  ticketDays.length === 0 ? days : days.filter(({ date }) => ticketDays.includes(date));

/**
 * Which of somebody's shifts on stands they cannot do if they take part in a conference: those on one of its days from when it
 * opens until it closes, and those too close to them for the way.
 *
 * @param shifts of one person
 * @returns the earliest first; those of one stand that follow one another without a gap are one
 */
export function doubleBooked(conference: Attended, shifts: readonly Commitment[]): readonly Commitment[] {
  const days = daysAsCommitments(conference);
  return inOnePiece(
    shifts
      .filter((shift) => clashesWith(shift, days).length > 0)
      .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start)),
  );
}

function inOnePiece(inOrder: readonly Commitment[]): readonly Commitment[] {
  const pieces: Commitment[] = [];
  for (const shift of inOrder) {
    const at = pieces.findLastIndex(({ place }) => place === shift.place);
    const before = pieces[at];
    if (before === undefined || Temporal.Instant.compare(before.end, shift.start) < 0) pieces.push(shift);
    else pieces[at] = { ...before, end: later(before.end, shift.end) };
  }
  return pieces;
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;
