import { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';

/** Somebody's journey with a study visit, as other services are told of it. */
export interface Away {
  readonly visitId: string;
  readonly visitTitle: string;
  /** ISO; on which they leave, and are back. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** IANA. */
  readonly zone: string;
}

/** What travelling with a study visit asks of somebody: they are away from the first day to the last, all day. */
export const daysAway = ({ visitId, visitTitle, firstDay, lastDay, zone }: Away): Commitment => ({
  id: visitId,
  title: visitTitle,
  start: Temporal.PlainDate.from(firstDay).toZonedDateTime(zone).toInstant(),
  end: Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  zone,
  place: `visit ${visitId}`,
  walkingMinutes: 0,
});

/** Whether a commitment is such a journey. */
export const isAway = ({ place }: Commitment): boolean => place?.startsWith('visit ') === true;
