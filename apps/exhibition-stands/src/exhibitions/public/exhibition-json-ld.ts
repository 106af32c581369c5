import type { Exhibition } from '../domain/exhibition.js';

/**
 * An exhibition for search engines (https://schema.org/Event).
 *
 * @param pageUrl its page's absolute address
 */
export function exhibitionJsonLd(exhibition: Exhibition, pageUrl: string): object {
  const { title, summary, venue, city, host, firstDay, lastDay, status } = exhibition;
  return {
    '@context': 'https://schema.org',
    '@type': 'ExhibitionEvent',
    name: title,
    url: pageUrl,
    startDate: firstDay,
    endDate: lastDay,
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    location: { '@type': 'Place', name: venue ?? city, address: city },
    ...(summary !== '' && { description: summary }),
    organizer: { '@type': 'Organization', name: host },
  };
}
