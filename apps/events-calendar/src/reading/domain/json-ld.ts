import type { CalendarEvent, EventFormat, EventStatus, When } from '../../events/domain/event.js';
import type { ShownEvent } from './shown-event.js';

const attendance: Readonly<Record<EventFormat, string>> = {
  'in person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
};

const status: Readonly<Record<EventStatus, string>> = {
  draft: 'https://schema.org/EventScheduled',
  published: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
};

/** ISO 8601 as schema.org's Date and DateTime have it: an instant with the offset of its place, a day, or a month. */
function dates(when: When): { startDate: string; endDate?: string } {
  switch (when.type) {
    case 'timed': {
      const local = (instant: typeof when.start) =>
        instant.toZonedDateTimeISO(when.zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' });
      return { startDate: local(when.start), endDate: local(when.end) };
    }
    case 'all-day':
      return { startDate: when.first.toString(), endDate: when.last.toString() };
    default:
      return { startDate: when.month.toString() };
  }
}

function places(shown: ShownEvent, pageUrl: string): object[] {
  const { place, format, joining } = shown;
  const onTheSpot =
    place === null || format === 'online'
      ? []
      : [
          {
            '@type': 'Place',
            name: place.name,
            address: place.address ?? place.name,
            ...(place.coordinates !== null && { geo: { '@type': 'GeoCoordinates', ...place.coordinates } }),
          },
        ];
  // Search engines keep what they read, so only what everybody may have is given away here.
  const url = joining?.shownTo === 'public' ? joining.url : pageUrl;
  const online = format === 'in person' ? [] : [{ '@type': 'VirtualLocation', url }];
  return [...onTheSpot, ...online];
}

/**
 * A public event for search engines (https://schema.org/Event).
 *
 * @param pageUrl its page's absolute address
 * @param description plain text
 * @param network who holds it where no organiser is named
 */
export function eventJsonLd(
  event: Pick<CalendarEvent, 'organiser'>,
  shown: ShownEvent,
  pageUrl: string,
  description: string,
  network: { readonly name: string; readonly url: string },
): object {
  const location = places(shown, pageUrl);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: shown.title,
    url: pageUrl,
    ...dates(shown.when),
    eventStatus: status[shown.status],
    eventAttendanceMode: attendance[shown.format],
    ...(location.length > 0 && { location: location.length === 1 ? location[0] : location }),
    ...(description !== '' && { description }),
    organizer: {
      '@type': 'Organization',
      ...(event.organiser === null
        ? network
        : {
            name: event.organiser.name,
            ...(event.organiser.email !== null && { email: event.organiser.email }),
          }),
    },
  };
}
