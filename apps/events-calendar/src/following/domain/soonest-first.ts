import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { isPast, startInstant } from '../../events/domain/when.js';

/** Those that are to come, in the order of their next dates. */
export function soonestFirst<Item>(
  items: readonly Item[],
  eventOf: (item: Item) => Pick<CalendarEvent, 'when' | 'recurrence'>,
  now: Temporal.Instant,
): Item[] {
  return items
    .flatMap((item) => {
      const next = expand(eventOf(item)).find(({ when }) => !isPast(when, now));
      return next === undefined ? [] : [{ item, at: startInstant(next.when).epochMilliseconds }];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
