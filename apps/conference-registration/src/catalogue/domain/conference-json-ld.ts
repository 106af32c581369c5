import type { Conference } from './conference.js';
import { conferenceWhen } from './conference-when.js';

const status = (conference: Pick<Conference, 'status'>) =>
  `https://schema.org/${conference.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`;

/** ISO 8601 as schema.org's Date and DateTime have it. */
function dates(conference: Conference) {
  const when = conferenceWhen(conference);
  if (when.type === 'all-day') return { startDate: when.first.toString(), endDate: when.last.toString() };
  const local = (instant: typeof when.start) =>
    instant.toZonedDateTimeISO(when.zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' });
  return { startDate: local(when.start), endDate: local(when.end) };
}

/**
 * A conference for search engines (https://schema.org/Event).
 *
 * @param pageUrl its page's absolute address
 * @param network who holds it
 */
export function conferenceJsonLd(
  conference: Conference,
  pageUrl: string,
  network: { readonly name: string; readonly url: string },
): object {
  const { title, summary, venueName, venueAddress } = conference;
  return {
    '@context': 'https://schema.org',
    '@type': 'BusinessEvent',
    name: title,
    url: pageUrl,
    ...dates(conference),
    eventStatus: status(conference),
    ...(venueName !== null && {
      location: { '@type': 'Place', name: venueName, address: venueAddress ?? venueName },
    }),
    ...(summary !== '' && { description: summary }),
    organizer: { '@type': 'Organization', ...network },
  };
}
