import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';

/**
 * `offered` until it is answered or its deadline passes; `withdrawn`: whoever accepted does not travel after all, or the
 * application was withdrawn.
 */
export const offerStatuses = ['offered', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const;

export type OfferStatus = (typeof offerStatuses)[number];

/** The first instant that is too late: somebody who accepts at it has missed the deadline. */
export const isLate = (deadline: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, deadline) >= 0;

/**
 * Until when somebody has time: 12 noon by the network's clock (Europe/London), so many days after the offer, whatever the
 * clocks do meanwhile. It is noon of the day before the visit at the latest, while that is to come.
 *
 * @param firstDay of the visit, ISO
 */
export function deadlineFor(now: Temporal.Instant, days: number, firstDay: string): Temporal.Instant {
  const noon = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from('12:00') }).toInstant();
  const usual = noon(now.toZonedDateTimeISO(homeZone).toPlainDate().add({ days }));
  const last = noon(Temporal.PlainDate.from(firstDay).subtract({ days: 1 }));
  return Temporal.Instant.compare(usual, last) > 0 && !isLate(last, now) ? last : usual;
}
