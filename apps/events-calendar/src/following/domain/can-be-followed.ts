import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { isPast } from '../../events/domain/when.js';

/** Whether there is anything to hear of it: it is not over, and not called off for good. */
export function canBeFollowed(
  event: Pick<CalendarEvent, 'status' | 'when' | 'recurrence'>,
  now: Temporal.Instant,
): boolean {
  if (event.status !== 'published' && event.status !== 'postponed') return false;
  return event.status === 'postponed' || expand(event).some(({ when }) => !isPast(when, now));
}
