import { clashesWith, daysAsCommitments, inOnePiece, type Attended, type Commitment } from '#commitments';

/**
 * Which of somebody's shifts on stands, and journeys with study visits, they cannot do if they take part in a conference: those on
 * one of its days from when it opens until it closes, and those too close to them for the way.
 *
 * @param shifts of one person, and their journeys
 * @returns the earliest first; those of one stand that follow one another without a gap are one
 */
export function doubleBooked(conference: Attended, shifts: readonly Commitment[]): readonly Commitment[] {
  const days = daysAsCommitments(conference);
  return inOnePiece(shifts.filter((shift) => clashesWith(shift, days).length > 0));
}
