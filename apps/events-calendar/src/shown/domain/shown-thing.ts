import { Temporal } from 'temporal-polyfill';
import { revise } from '../../events/domain/changes.js';
import type { CalendarEvent, EventDetails, EventStatus } from '../../events/domain/event.js';

/** What kind of thing another service tells of that the calendar shows as an event. */
export type ThingSource = 'conference' | 'exhibition' | 'stand event' | 'visit';

/** What staff of the calendar may have said of an event before it showed something else, which stays as they said it. */
type OwnSay = Pick<EventDetails, 'joining' | 'organiser' | 'series' | 'tags'>;

const nothingSaid: OwnSay = { joining: null, organiser: null, series: null, tags: [] };

/** What the calendar says of something that another service told of. */
export interface ShownThing {
  readonly id: string;
  readonly source: ThingSource;
  /** What its UID begins with, before its id. */
  readonly uidPrefix: string;
  readonly details: Omit<EventDetails, keyof OwnSay | 'board' | 'recurrence'>;
  readonly status: Extract<EventStatus, 'published' | 'cancelled'>;
  /** Why it was called off; `null` where it takes place. */
  readonly statusReason: string | null;
  /** Where staff change it. */
  readonly changePath: string;
}

/** What an event says that shows it. */
export const detailsOf = ({ details }: ShownThing, own: OwnSay = nothingSaid): EventDetails => ({
  ...details,
  joining: own.joining,
  organiser: own.organiser,
  board: null,
  series: own.series,
  tags: own.tags,
  recurrence: null,
});

/**
 * The event as the thing is now: one version more, whatever is different; a higher SEQUENCE where the calendar's rules ask for
 * it. Nothing different gives the very same event back.
 */
export function followThing(event: CalendarEvent, thing: ShownThing, now: Temporal.Instant): CalendarEvent {
  const details = detailsOf(thing, event);
  const place =
    event.place !== null && details.place !== null && samePlace(event.place, details.place)
      ? event.place
      : details.place;
  const revised = revise(event, { ...details, place }, now);
  const { status, statusReason } = thing;
  if (status === event.status && statusReason === event.statusReason) return revised;
  const isOnlySaidBetter = status === event.status;
  return {
    ...revise({ ...event, statusReason: null }, { ...details, place }, now),
    version: event.version + 1,
    changedAt: Temporal.Instant.compare(now, event.changedAt) > 0 ? now : event.changedAt,
    status,
    statusReason,
    replacedBy: status === 'published' ? null : event.replacedBy,
    sequence: isOnlySaidBetter ? revised.sequence : event.sequence + 1,
  };
}

type Named = { readonly name: string; readonly address: string | null };

/** Then what the calendar knows of it besides, its coordinates, is still true. */
const samePlace = (a: Named, b: Named): boolean => a.name === b.name && a.address === b.address;
