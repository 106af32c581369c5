import type { Visit } from '../domain/visit.js';

/**
 * A visit for search engines (https://schema.org/Event).
 *
 * @param pageUrl its page's absolute address
 */
export function visitJsonLd(visit: Visit, pageUrl: string): object {
  const { title, summary, region, country, firstDay, lastDay, status, pricePence } = visit;
  const { applicationsOpenAt: opens, applicationsCloseAt: closes } = visit;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    url: pageUrl,
    startDate: firstDay,
    endDate: lastDay,
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: region,
      address: { '@type': 'PostalAddress', addressRegion: region, addressCountry: country },
    },
    maximumAttendeeCapacity: visit.places,
    ...(summary !== '' && { description: summary }),
    ...(opens !== null &&
      closes !== null && {
        offers: {
          '@type': 'Offer',
          url: pageUrl,
          price: (pricePence / 100).toFixed(2),
          priceCurrency: 'GBP',
          availabilityStarts: opens.toString(),
          availabilityEnds: closes.toString(),
        },
      }),
  };
}
