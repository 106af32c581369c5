import { Temporal } from 'temporal-polyfill';
import type { Conference } from '../../catalogue/domain/conference.js';
import { addWorkingDays } from '../../working-days/domain/working-days.js';

/**
 * `waiting`: for some places at least. `offered`: all that was wanted has been offered. `taken`: booked. `declined`, `left`:
 * by the person. `expired`: an offer was not answered in time. `passed-over`: by staff. `ended`: the conference is over,
 * or is not going to be.
 */
export const entryStatuses = [
  'waiting',
  'offered',
  'taken',
  'declined',
  'expired',
  'left',
  'passed-over',
  'ended',
] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** Nothing more becomes of an entry with one of these. */
export const isOver = (status: EntryStatus): boolean => status !== 'waiting' && status !== 'offered';

export type OfferStatus = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** The hour at which offers end, where the conference is: while staff are at work to be asked. */
const closingTime = Temporal.PlainTime.from({ hour: 17 });

/**
 * Until when an offer is to be answered: 5pm on the last of so many working days after it was made, but never later than
 * the moment at which the conference's first day begins.
 */
export function answerUntil(
  { offerWorkingDays, zone, firstDay }: Pick<Conference, 'offerWorkingDays' | 'zone' | 'firstDay'>,
  madeAt: Temporal.Instant,
): Temporal.Instant {
  const today = madeAt.toZonedDateTimeISO(zone).toPlainDate();
  const day = addWorkingDays(today, Math.max(1, offerWorkingDays));
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: closingTime }).toInstant();
  const begins = Temporal.PlainDate.from(firstDay).toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(end, begins) < 0 ? end : begins;
}

/**
 * Whether places that become free are offered to those who wait: as long as the conference is going to be, also when no new
 * bookings are taken, until its first day begins.
 */
export function isOffering(
  { status, firstDay, zone }: Pick<Conference, 'status' | 'firstDay' | 'zone'>,
  now: Temporal.Instant,
): boolean {
  const begins = Temporal.PlainDate.from(firstDay).toZonedDateTime(zone).toInstant();
  return ['open', 'paused', 'closed'].includes(status) && Temporal.Instant.compare(now, begins) < 0;
}
