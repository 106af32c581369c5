import { z } from 'zod';
import type { Contract } from './contract.js';
import { mailRequested } from './mails.js';

const uuid = z.uuid();
const instant = z.iso.datetime();
const timeOfDay = z.iso.time({ precision: -1 });
const place = z.object({ name: z.string(), address: z.string().nullable() });

/** An exhibition as other apps may know it. Each message holds all of it, so that a newer one replaces an older. */
export const exhibitionFacts = z.object({
  id: uuid,
  /** Its name in addresses: `labour-2027`. */
  slug: z.string(),
  title: z.string(),
  status: z.enum(['published', 'over', 'cancelled']),
  /** Why it was called off. */
  statusReason: z.string().nullable(),
  /** Plain text. */
  summary: z.string(),
  /** The days on which the stand is open, in order; times are of the clock in the zone (IANA). */
  when: z.object({
    zone: z.string(),
    days: z.array(z.object({ date: z.iso.date(), opens: timeOfDay, closes: timeOfDay })).min(1),
  }),
  place: place.nullable(),
  /** Where the stand is in the venue: "Hall 2, stand 14". */
  stand: z.string().nullable(),
  /** Whose conference it is: "The Labour Party". */
  host: z.string(),
  /** Where its page is on the site: `/stands/labour-2027`. */
  path: z.string(),
  version: z.int().min(1),
});

export type ExhibitionFacts = z.output<typeof exhibitionFacts>;

/** That somebody has a shift on a stand, as it is now; or has it no longer. */
export const shiftFacts = z.object({
  /** Of this person's part in the shift. */
  id: uuid,
  shiftId: uuid,
  exhibitionId: uuid,
  exhibitionTitle: z.string(),
  /** `null`: they are not known as a person of the site. */
  personId: z.string().nullable(),
  start: instant,
  end: instant,
  zone: z.string(),
  place: place.nullable(),
  stand: z.string().nullable(),
  /** "Reception"; empty for the usual. */
  label: z.string(),
  isLead: z.boolean(),
  /** To get there from other places of the same conference, or back. */
  walkingMinutes: z.int().min(0),
  path: z.string(),
  version: z.int().min(1),
});

export type ShiftFacts = z.output<typeof shiftFacts>;

/** The UID of a shift in its owner's calendar: the same in the mail that tells of it and in their own feed. */
export const shiftUid = (assignmentId: string, domain: string): string => `shift-${assignmentId}@${domain}`;

/** Something that takes place on a stand. Each message holds all of it. */
export const standEventFacts = z.object({
  id: uuid,
  exhibitionId: uuid,
  title: z.string(),
  status: z.enum(['published', 'cancelled']),
  statusReason: z.string().nullable(),
  audience: z.enum(['public', 'members', 'invited']),
  /** Plain text. */
  summary: z.string(),
  start: instant,
  end: instant,
  zone: z.string(),
  place: place.nullable(),
  /** Who invites. */
  host: z.string().nullable(),
  path: z.string(),
  version: z.int().min(1),
});

/**
 * The UID of something that takes place on a stand: the same in the mails to its guests and in the calendar's feeds, unless staff
 * said there that it is an event which the calendar had already.
 */
export const standEventUid = (eventId: string, domain: string): string => `stand-event-${eventId}@${domain}`;

export type StandEventFacts = z.output<typeof standEventFacts>;

const producer = 'exhibition-stands';
const exhibition = {
  producer,
  consumers: ['events-calendar'],
  about: 'exhibition',
  payload: exhibitionFacts,
} as const;
const shift = {
  producer,
  consumers: ['events-calendar', 'conference-registration', 'study-visits'],
  about: 'shift',
  payload: shiftFacts,
} as const;
const standEvent = {
  producer,
  consumers: ['events-calendar'],
  about: 'stand event',
  payload: standEventFacts,
} as const;

/** What `exhibition-stands` sends. */
export const standMessages = {
  'exhibition-stands.mail-requested.v1': {
    title: 'Mail asked for',
    producer,
    consumers: ['mailer'],
    payload: mailRequested,
    about: 'mail',
  },
  'exhibition-stands.exhibition-published.v1': { title: 'Exhibition published', ...exhibition },
  'exhibition-stands.exhibition-changed.v1': { title: 'Exhibition changed', ...exhibition },
  'exhibition-stands.shift-assigned.v1': { title: 'Shift assigned', ...shift },
  'exhibition-stands.shift-changed.v1': { title: 'Shift changed', ...shift },
  'exhibition-stands.shift-unassigned.v1': { title: 'Shift taken away', ...shift },
  'exhibition-stands.stand-event-published.v1': { title: 'Stand event published', ...standEvent },
  'exhibition-stands.stand-event-changed.v1': { title: 'Stand event changed', ...standEvent },
  'exhibition-stands.stand-event-cancelled.v1': { title: 'Stand event cancelled', ...standEvent },
} as const satisfies Record<`exhibition-stands.${string}.v${number}`, Contract>;
