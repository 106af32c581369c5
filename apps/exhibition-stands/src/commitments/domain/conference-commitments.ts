import { spanOfDay, type Commitment } from '#commitments';
import type { ConferenceFacts } from '#contracts';

/**
 * What taking part in a conference asks of somebody: to be there on each of its days from when it opens until it closes, the
 * whole day where its hours are not settled. One that is called off asks nothing.
 */
export function conferenceCommitments({ id, title, status, when }: ConferenceFacts): Commitment[] {
  if (status === 'cancelled') return [];
  return when.days.map((day) => ({
    id: `${id}/${day.date}`,
    title,
    ...spanOfDay(day, when.zone),
    zone: when.zone,
    place: `conference ${id}`,
    walkingMinutes: 0,
  }));
}
