import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventDetails } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import type { Reader } from '../events/domain/visibility.js';
import { datesOf } from '../reading/domain/dates.js';
import { showEvent } from '../reading/domain/shown-event.js';
import { onlineJoining } from '../reading/domain/taking-part.js';
import type { EventReading } from '../reading/read-event.js';

/** How many dates of a recurring event a preview tells. */
const datesTold = 6;

/**
 * What the page of an event would show to those whom it is for, if the event said this.
 *
 * @param saved the event that is edited; `null` for a new one
 */
export function previewReading(
  details: EventDetails,
  saved: CalendarEvent | null,
  now: Temporal.Instant,
): EventReading {
  const event: CalendarEvent = {
    ...(saved ?? unsaved(now)),
    ...details,
    // A draft is previewed as it will be once it is published.
    status: saved === null || saved.status === 'draft' ? 'published' : saved.status,
  };
  const dates = event.recurrence === null ? null : datesOf(event, expand(event), now, datesTold);
  const shown = showEvent(event, dates?.next?.when);
  const joining = onlineJoining(event, shown, readerFor(event), now);
  return { event, shown, original: null, joining, dates, replacement: null, series: null };
}

const unsaved = (now: Temporal.Instant) => ({
  id: '',
  ref: '',
  uid: '',
  statusReason: null,
  replacedBy: null,
  sequence: 0,
  version: 0,
  createdAt: now,
  changedAt: now,
});

function readerFor({ audience, board }: EventDetails): Reader {
  if (audience === 'public') return { roles: ['visitor'], boards: [] };
  return { roles: ['person'], boards: board === null ? [] : [board] };
}
