import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type {
  Audience,
  CalendarEvent,
  EventFormat,
  EventStatus,
  Joining,
  Occurrence,
  OccurrenceChange,
  Place,
  When,
} from './event.js';
import { expand } from './expand.js';

/** A {@link When} as JSON has it. */
export type WhenFacts =
  | { readonly type: 'timed'; readonly start: string; readonly end: string; readonly zone: string }
  | { readonly type: 'all-day'; readonly first: string; readonly last: string; readonly zone: string }
  | { readonly type: 'month'; readonly month: string; readonly zone: string };

export interface PlaceFacts {
  readonly name: string;
  readonly address: string | null;
}

/** A joining link without the link: enough to tell whether it is another one, and for whom it is. */
export interface JoiningFacts {
  readonly fingerprint: string;
  readonly shownTo: Audience;
}

/** What one date of a recurring event has of its own. */
export interface DateFacts {
  readonly title?: string | undefined;
  readonly when?: WhenFacts | undefined;
  readonly format?: EventFormat | undefined;
  readonly place?: PlaceFacts | null | undefined;
  readonly joining?: JoiningFacts | null | undefined;
  readonly cancelled?: { readonly reason: string } | undefined;
}

/** What followers and other services know of one version of an event; plain JSON. */
export interface EventFacts {
  readonly id: string;
  readonly uid: string;
  readonly ref: string;
  readonly title: string;
  readonly status: EventStatus;
  readonly statusReason: string | null;
  readonly audience: Audience;
  readonly board: string | null;
  readonly series: string | null;
  readonly format: EventFormat;
  readonly when: WhenFacts;
  readonly rule: string | null;
  /** `change` is `null` for a date that was left out. */
  readonly exceptions: readonly { readonly original: string; readonly change: DateFacts | null }[];
  readonly place: PlaceFacts | null;
  readonly joining: JoiningFacts | null;
  readonly sequence: number;
  readonly version: number;
}

export function factsOf(event: CalendarEvent): EventFacts {
  const { id, uid, ref, title, status, statusReason, audience, board, series, format } = event;
  return {
    id,
    uid,
    ref,
    title,
    status,
    statusReason,
    audience,
    board,
    series,
    format,
    when: whenFacts(event.when),
    rule: event.recurrence?.rule ?? null,
    exceptions: (event.recurrence?.exceptions ?? []).map((exception) => ({
      original: exception.original,
      change: exception.type === 'removed' ? null : dateFacts(exception.change),
    })),
    place: placeFacts(event.place),
    joining: joiningFacts(event.joining),
    sequence: event.sequence,
    version: event.version,
  };
}

function dateFacts({ title, when, format, place, joining, cancelled }: OccurrenceChange): DateFacts {
  return {
    ...(title !== undefined && { title }),
    ...(when !== undefined && { when: whenFacts(when) }),
    ...(format !== undefined && { format }),
    ...(place !== undefined && { place: placeFacts(place) }),
    ...(joining !== undefined && { joining: joiningFacts(joining) }),
    ...(cancelled !== undefined && { cancelled }),
  };
}

function whenFacts(when: When): WhenFacts {
  const { zone } = when;
  if (when.type === 'timed') {
    return { type: 'timed', start: when.start.toString(), end: when.end.toString(), zone };
  }
  if (when.type === 'all-day') {
    return { type: 'all-day', first: when.first.toString(), last: when.last.toString(), zone };
  }
  return { type: 'month', month: when.month.toString(), zone };
}

const placeFacts = (place: Place | null): PlaceFacts | null =>
  place && { name: place.name, address: place.address };

const joiningFacts = (joining: Joining | null): JoiningFacts | null =>
  joining && {
    fingerprint: createHash('sha256').update(joining.url).digest('hex').slice(0, 16),
    shownTo: joining.shownTo,
  };

/** When it is, to reckon with. */
export function whenOf(when: WhenFacts): When {
  const { zone } = when;
  if (when.type === 'timed') {
    const [start, end] = [Temporal.Instant.from(when.start), Temporal.Instant.from(when.end)];
    return { type: 'timed', start, end, zone };
  }
  if (when.type === 'all-day') {
    const [first, last] = [Temporal.PlainDate.from(when.first), Temporal.PlainDate.from(when.last)];
    return { type: 'all-day', first, last, zone };
  }
  return { type: 'month', month: Temporal.PlainYearMonth.from(when.month), zone };
}

/** One date of an event, with what it has of its own. */
export interface DateKnown extends Pick<Occurrence, 'original' | 'when' | 'cancelled'> {
  readonly own: DateFacts;
}

/** Every date of the event, in order; those called off are among them. */
export function datesOf({ when, rule, exceptions }: EventFacts): readonly DateKnown[] {
  const own = new Map(exceptions.map(({ original, change }) => [original, change]));
  const occurrences = expand({
    when: whenOf(when),
    recurrence: rule === null ? null : { rule, exceptions: exceptions.map(toException) },
  });
  return occurrences.map(({ original, when: at, cancelled }) => ({
    original,
    when: at,
    cancelled,
    own: (original === null ? null : own.get(original)) ?? {},
  }));
}

/** As far as the dates go. */
function toException({ original, change }: EventFacts['exceptions'][number]) {
  if (change === null) return { original, type: 'removed' as const };
  const own = change.when && whenOf(change.when);
  return {
    original,
    type: 'changed' as const,
    change: {
      ...(own && own.type !== 'month' && { when: own }),
      ...(change.cancelled && { cancelled: change.cancelled }),
    },
  };
}
