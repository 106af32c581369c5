import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { renderCalendar } from '../../../apps/events-calendar/src/feeds/domain/render-calendar.js';
import {
  type FeedView,
  renderVevents,
  zonesOf,
} from '../../../apps/events-calendar/src/feeds/domain/render-vevents.js';
import { openView } from './sample-events.js';

/** A feed of these events, as a subscriber receives it. */
export function feedOf(events: readonly CalendarEvent[], view: FeedView = openView): string {
  return renderCalendar({
    kind: 'feed',
    name: 'Network events',
    description: 'Everything that the network has planned',
    sourceUrl: 'https://network.example/calendar/feeds/all.ics',
    zone: 'Europe/London',
    vevents: events.map((event) => renderVevents(event, view)),
    zones: events.flatMap((event) => zonesOf(event)),
  });
}

/** The unfolded lines of the `index`th VEVENT. */
export function veventLines(calendar: string, index = 0): string[] {
  const vevents = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
  return (vevents[index] ?? '').split('\r\n');
}
