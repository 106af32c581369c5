import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import { mayRead, type Reader } from '../events/domain/visibility.js';
import { EventsRepository } from '../events/events.repository.js';
import { ListSeries, type SeriesListing } from '../listing/list-series.js';
import { datesOf, type EventDates } from './domain/dates.js';
import { showEvent, showOccurrence, type ShownEvent } from './domain/shown-event.js';
import { onlineJoining, type OnlineJoining } from './domain/taking-part.js';

/** What a page of an event is made of, as one reader may see it. */
export interface EventReading {
  readonly event: CalendarEvent;
  readonly shown: ShownEvent;
  /** Which occurrence is shown; `null` for the event as a whole. */
  readonly original: string | null;
  readonly joining: OnlineJoining;
  /** Of a recurring event. */
  readonly dates: EventDates | null;
  /** What takes its place, if the reader may read that. */
  readonly replacement: CalendarEvent | null;
  readonly series: SeriesListing | null;
}

/** How many of a recurring event's dates are listed. */
const datesListed = 8;

@Injectable()
export class ReadEvent {
  constructor(
    private readonly events: EventsRepository,
    private readonly seriesList: ListSeries,
  ) {}

  /**
   * @param on which occurrence of a recurring event, by its original; `null` for the event as a whole
   * @returns `null` when there is no such event or occurrence, or none that the reader may know of
   */
  async read(
    ref: string,
    on: string | null,
    reader: Reader,
    now: Temporal.Instant,
  ): Promise<EventReading | null> {
    const event = await this.events.findByRef(ref);
    if (event === null || !mayRead(event, reader)) return null;
    const found = show(event, on, now);
    if (found === null) return null;
    const [series, replacement] = await Promise.all([
      event.series === null ? null : this.seriesList.around(event.series, ref, reader, now),
      event.replacedBy === null ? null : this.events.findByRef(event.replacedBy),
    ]);
    return {
      event,
      ...found,
      joining: onlineJoining(event, found.shown, reader, now),
      replacement: replacement !== null && mayRead(replacement, reader) ? replacement : null,
      series,
    };
  }
}

function show(
  event: CalendarEvent,
  on: string | null,
  now: Temporal.Instant,
): Pick<EventReading, 'shown' | 'original' | 'dates'> | null {
  if (event.recurrence === null) {
    return on === null ? { shown: showEvent(event), original: null, dates: null } : null;
  }
  const occurrences = expand(event);
  const dates = datesOf(event, occurrences, now, datesListed);
  if (on === null) return { shown: showEvent(event, dates.next?.when), original: null, dates };
  const occurrence = occurrences.find(({ original }) => original === on);
  return occurrence === undefined ? null : { shown: showOccurrence(event, occurrence), original: on, dates };
}
