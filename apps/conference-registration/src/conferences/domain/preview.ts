import { Temporal } from 'temporal-polyfill';
import type { Catalogue, TicketType } from '../../catalogue/domain/catalogue.js';
import type { Category } from '../../members/domain/organisation.js';

/** A conference as a preview shows it: a draft as if it were open, and what one category alone is offered. */
export function previewed(catalogue: Catalogue, category: Category | null): Catalogue {
  const { conference } = catalogue;
  const ticketTypes =
    category === null
      ? catalogue.ticketTypes
      : catalogue.ticketTypes.map((type) => offeredTo(type, category));
  return {
    ...catalogue,
    conference: conference.status === 'draft' ? { ...conference, status: 'open' } : conference,
    ticketTypes,
    ticketType: new Map(ticketTypes.map((type) => [type.id, type])),
  };
}

const offeredTo = (type: TicketType, category: Category): TicketType => ({
  ...type,
  prices: type.prices.filter((price) => price.category === category),
  allocations: type.allocations.filter((allocation) => allocation.category === category),
});

/** The moment that a preview is of. */
export function previewMoment(day: string, zone: string, now: Temporal.Instant): Temporal.Instant {
  const date = Temporal.PlainDate.from(day);
  if (now.toZonedDateTimeISO(zone).toPlainDate().equals(date)) return now;
  return date.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(12) }).toInstant();
}
