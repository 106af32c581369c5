import { z } from 'zod';
import type { Contract } from './contract.js';

const uuid = z.uuid();
const instant = z.iso.datetime();
const date = z.iso.date();
const zone = z.string();
const audience = z.enum(['public', 'members', 'board', 'invited']);
const format = z.enum(['in person', 'online', 'hybrid']);

/** When something is; in words and lists it is told in the wall-clock time of the zone (IANA). */
const when = z.discriminatedUnion('type', [
  z.object({ type: z.literal('timed'), start: instant, end: instant, zone }),
  /** Whole days, both inclusive. */
  z.object({ type: z.literal('all-day'), first: date, last: date, zone }),
  /** Only the month is known yet: `2026-06`. */
  z.object({ type: z.literal('month'), month: z.string(), zone }),
]);

const place = z.object({ name: z.string(), address: z.string().nullable() });

/** That there is a link to join by, and who is shown it; a fingerprint says whether it is the same, not what it is. */
const joining = z.object({ fingerprint: z.string(), shownTo: audience });

/** What one date of a recurring event has of its own; what is left out is as the event has it. */
const dateFacts = z.object({
  title: z.string().optional(),
  when: when.optional(),
  format: format.optional(),
  place: place.nullable().optional(),
  joining: joining.nullable().optional(),
  cancelled: z.object({ reason: z.string() }).optional(),
});

/** An event as other apps may know it. */
export const eventFacts = z.object({
  id: uuid,
  uid: z.string(),
  /** Its name in addresses: `2027-annual-conference`. */
  ref: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'published', 'postponed', 'cancelled']),
  /** Why it is postponed or cancelled. */
  statusReason: z.string().nullable(),
  audience,
  /** The slug of the board that it is for, when it is for one. */
  board: z.string().nullable(),
  /** The slug of the series that it belongs to. */
  series: z.string().nullable(),
  format,
  when,
  /** An RRULE value (RFC 5545, section 3.3.10); `null` where it does not recur. */
  rule: z.string().nullable(),
  /** What is different about single dates, each named by where the rule puts it; `null`: there is no such date. */
  exceptions: z.array(z.object({ original: z.string(), change: dateFacts.nullable() })).readonly(),
  place: place.nullable(),
  joining: joining.nullable(),
  /** RFC 5545, section 3.8.7.4. */
  sequence: z.int().min(0),
  version: z.int().min(1),
});

/** An event that readers can see from now on. */
export const eventPublished = z.object({
  /** `null`: no reader could see it. */
  before: z.null(),
  after: eventFacts,
  /** The event whose later dates it took over; `null` for all others. */
  continues: uuid.nullable(),
});

/** A published event says something else now. */
export const eventChanged = z.object({
  before: eventFacts,
  after: eventFacts,
  /** The event that took over its later dates; `null` where it was not divided. */
  continuedBy: uuid.nullable(),
});

/** A published event was called off as a whole. */
export const eventCancelled = z.object({ before: eventFacts, after: eventFacts });

const event = { producer: 'events-calendar', consumers: ['events-calendar'], about: 'event' } as const;

/** What `events-calendar` tells of its events. Its own followers hear of them by the same messages. */
export const eventMessages = {
  'events-calendar.event-published.v1': { title: 'Event published', ...event, payload: eventPublished },
  'events-calendar.event-changed.v1': { title: 'Event changed', ...event, payload: eventChanged },
  'events-calendar.event-cancelled.v1': { title: 'Event cancelled', ...event, payload: eventCancelled },
} as const satisfies Record<`events-calendar.${string}.v${number}`, Contract>;
