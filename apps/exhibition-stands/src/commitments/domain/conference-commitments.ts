import { daysAsCommitments, type Commitment } from '#commitments';
import type { ConferenceFacts } from '#contracts';

/** What taking part in a conference asks of somebody; one that is called off asks nothing. */
export function conferenceCommitments({ id, title, status, when }: ConferenceFacts): Commitment[] {
  return status === 'cancelled' ? [] : daysAsCommitments({ id, title, ...when });
}
