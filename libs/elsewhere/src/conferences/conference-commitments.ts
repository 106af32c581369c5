import { daysAsCommitments, daysOfTicket, type Commitment } from '#commitments';
import type { ConferenceFacts } from '#contracts';

/**
 * What taking part in a conference asks of somebody; one that is called off asks nothing.
 *
 * @param ticketDays those that they take part in, ISO; none: all of them
 */
export function conferenceCommitments(
  { id, title, status, when: { zone, days } }: ConferenceFacts,
  ticketDays: readonly string[],
): Commitment[] {
  if (status === 'cancelled') return [];
  return daysAsCommitments({ id, title, zone, days: daysOfTicket(days, ticketDays) });
}
