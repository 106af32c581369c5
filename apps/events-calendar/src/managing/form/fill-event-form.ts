import type { SubmittedValues } from '#ui';
import type { EventDetails } from '../../events/domain/event.js';
import { fillRecurrence } from './recurrence-form.js';
import { fillWhen, newWhen } from './when-form.js';

/** The controls' values for an event there is already. */
export function fillEventForm(event: EventDetails): SubmittedValues {
  const { place, joining, organiser } = event;
  return {
    title: event.title,
    kind: event.kind,
    format: event.format,
    description: event.description,
    tags: event.tags.join(', '),
    series: event.series ?? '',
    newSeries: '',
    ...fillWhen(event.when),
    ...fillRecurrence(event),
    'place.name': place?.name ?? '',
    'place.address': place?.address ?? '',
    'place.latitude': degrees(place?.coordinates?.latitude),
    'place.longitude': degrees(place?.coordinates?.longitude),
    'joining.url': joining?.url ?? '',
    'joining.shownTo': joining?.shownTo ?? '',
    audience: event.audience,
    board: event.board ?? '',
    'organiser.name': organiser?.name ?? '',
    'organiser.email': organiser?.email ?? '',
    'organiser.phone': organiser?.phone ?? '',
  };
}

/** The controls' values for a new event: what most have. */
export const newEventValues: SubmittedValues = {
  ...newWhen,
  audience: 'public',
  'recurrence.repeats': 'none',
  'recurrence.interval': '1',
};

/** As a person would type it: `String` writes very small numbers with an exponent. */
const degrees = (value: number | undefined): string =>
  value?.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 }) ?? '';
