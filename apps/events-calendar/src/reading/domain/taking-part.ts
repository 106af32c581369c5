import type { Audience, CalendarEvent } from '../../events/domain/event.js';
import { isPast } from '../../events/domain/when.js';
import { mayJoin, type Reader } from '../../events/domain/visibility.js';
import type { Temporal } from 'temporal-polyfill';
import type { ShownEvent } from './shown-event.js';

/** What a page says of joining online. */
export type OnlineJoining =
  /** Nobody joins online: it is in person, off, or over. */
  | { readonly type: 'none' }
  | { readonly type: 'link'; readonly url: string }
  /** There is a link, for others than this reader. */
  | { readonly type: 'withheld'; readonly shownTo: Audience }
  /** It is not known yet. */
  | { readonly type: 'to come' };

/** The joining link as one reader may see it, of an event that they may read. */
export function onlineJoining(
  event: CalendarEvent,
  shown: ShownEvent,
  reader: Reader,
  now: Temporal.Instant,
): OnlineJoining {
  if (shown.format === 'in person' || shown.status === 'cancelled' || isPast(shown.when, now)) {
    return { type: 'none' };
  }
  if (shown.joining === null) return { type: 'to come' };
  return mayJoin(event, reader, shown.joining)
    ? { type: 'link', url: shown.joining.url }
    : { type: 'withheld', shownTo: shown.joining.shownTo };
}
