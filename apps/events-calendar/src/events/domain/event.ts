import type { Temporal } from 'temporal-polyfill';

/** What sort of thing an event is, in the network's own words. */
export const eventKinds = [
  'meeting',
  'online event',
  'workshop',
  'conference',
  'conference session',
  'exhibition',
  'stand event',
  'study visit',
  'launch',
  'deadline',
  'network event',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** How people take part. */
export const eventFormats = ['in person', 'online', 'hybrid'] as const;
export type EventFormat = (typeof eventFormats)[number];

/** Who an event is for; each is narrower than the one before it. */
export const audiences = ['public', 'members', 'board', 'invited'] as const;
export type Audience = (typeof audiences)[number];

export const eventStatuses = ['draft', 'published', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Starts and ends at instants, told in the wall-clock time of `zone` (IANA). A deadline ends when it starts. */
export interface Timed {
  readonly type: 'timed';
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly zone: string;
}

/** Whole days, `first` to `last` inclusive. `zone` (IANA) tells where the days begin and end. */
export interface AllDay {
  readonly type: 'all-day';
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly zone: string;
}

/** Only the month is known yet ("June 2026"). */
export interface MonthOnly {
  readonly type: 'month';
  readonly month: Temporal.PlainYearMonth;
  readonly zone: string;
}

export type When = Timed | AllDay | MonthOnly;

export interface Place {
  readonly name: string;
  readonly address: string | null;
  /** Degrees north and east (WGS 84), both or neither. 0 is a coordinate like any other. */
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
}

export interface Joining {
  /** An http(s) address. */
  readonly url: string;
  /** Who is shown the address; never wider than the event's own audience. */
  readonly shownTo: Audience;
}

export interface Organiser {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The fields that one occurrence of a recurring event may have of its own. */
export interface OccurrenceChange {
  readonly title?: string;
  readonly when?: Timed | AllDay;
  readonly format?: EventFormat;
  readonly place?: Place | null;
  readonly joining?: Joining | null;
  readonly description?: string;
  /** Set when this occurrence alone is called off; the reason is shown to readers. */
  readonly cancelled?: { readonly reason: string };
}

/**
 * What is different about one occurrence of a recurring event.
 * `original` names it by where the rule puts it (RFC 5545 §3.8.4.4): the wall-clock start in the event's zone
 * (`2026-06-01T14:00`) when timed, the date (`2026-06-01`) when all-day. It never changes, however often it moves.
 */
export type OccurrenceException =
  | { readonly original: string; readonly type: 'removed' }
  | {
      readonly original: string;
      readonly type: 'changed';
      readonly change: OccurrenceChange;
    };

export interface Recurrence {
  /** An RRULE value (RFC 5545 §3.3.10) without `RRULE:`; it always ends, by COUNT or UNTIL, within ten years. */
  readonly rule: string;
  readonly exceptions: readonly OccurrenceException[];
}

/** Everything that staff write about an event. */
export interface EventDetails {
  readonly title: string;
  readonly kind: EventKind;
  readonly format: EventFormat;
  readonly when: When;
  readonly place: Place | null;
  readonly joining: Joining | null;
  /** Markdown. */
  readonly description: string;
  readonly organiser: Organiser | null;
  readonly audience: Audience;
  /** Which board, as its slug, when `audience` is `board`. */
  readonly board: string | null;
  /** The slug of the series that the event belongs to (a webinar series: one name, several events). */
  readonly series: string | null;
  /** Lower-case words, sorted, without doubles. */
  readonly tags: readonly string[];
  readonly recurrence: Recurrence | null;
}

/** An event as the calendar keeps it. */
export interface CalendarEvent extends EventDetails {
  /** UUIDv7. */
  readonly id: string;
  /** The name in its address and in import files: `2027-annual-conference`. Given once, never changed. */
  readonly ref: string;
  /** RFC 5545 §3.8.4.7: ASCII, given once, independent of time and title. */
  readonly uid: string;
  readonly status: EventStatus;
  /** Why it was postponed or cancelled, shown to readers. */
  readonly statusReason: string | null;
  /** The `ref` of the event that replaces this one. */
  readonly replacedBy: string | null;
  /** RFC 5545 §3.8.7.4: rises when start, end, recurrence, exceptions or status change after publication. */
  readonly sequence: number;
  /** Rises with every change; an edit of an older version is refused. */
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  /** When anything last changed: DTSTAMP and LAST-MODIFIED. */
  readonly changedAt: Temporal.Instant;
}

/** One dated happening: an event that does not recur has one, a recurring one as many as its rule gives. */
export interface Occurrence {
  /** See {@link OccurrenceException}; `null` for an event that does not recur. */
  readonly original: string | null;
  readonly when: When;
  /** This occurrence alone is called off. */
  readonly cancelled: { readonly reason: string } | null;
  readonly change: OccurrenceChange | null;
}
