import { z } from 'zod';
import type { Contract } from './contract.js';

const uuid = z.uuid();
const timeOfDay = z.iso.time({ precision: -1 });

/** A conference as other apps may know it. Each message holds all of it, so that a newer one replaces an older. */
export const conferenceFacts = z.object({
  id: uuid,
  /** Its name in addresses: `annual-conference-2027`. */
  slug: z.string(),
  title: z.string(),
  status: z.enum(['open', 'paused', 'closed', 'over', 'cancelled']),
  /** Why no more bookings are taken for a while, or why it was called off. */
  statusReason: z.string().nullable(),
  /** Plain text. */
  summary: z.string(),
  /** Its days in order; times are of the clock in the zone (IANA), `null` where they are not settled. */
  when: z.object({
    zone: z.string(),
    days: z
      .array(z.object({ date: z.iso.date(), opens: timeOfDay.nullable(), closes: timeOfDay.nullable() }))
      .min(1),
  }),
  format: z.enum(['in person', 'online', 'hybrid']),
  place: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
  /** The organisation that is its host. */
  host: z.string().nullable(),
  /** Where its page is on the site: `/conference/annual-conference-2027`. */
  path: z.string(),
  version: z.int().min(1),
});

export type ConferenceFacts = z.output<typeof conferenceFacts>;

/** A booking as other apps may know it: whose it is and how big, and nothing of the people in it. */
export const bookingFacts = z.object({
  id: uuid,
  /** What people quote: `CN-7K3QFM`. */
  reference: z.string(),
  conferenceId: uuid,
  /** `null`: it is a guest's. */
  organisationId: z.string().nullable(),
  /** How many delegates take part by it. */
  delegates: z.int().min(0),
  status: z.enum(['applied', 'confirmed', 'cancelled']),
  version: z.int().min(1),
});

/** That somebody takes part in a conference, or does no longer. */
export const delegateFacts = z.object({
  id: uuid,
  conferenceId: uuid,
  bookingId: uuid,
  /** `null`: they are not known as a person of the site. */
  personId: z.string().nullable(),
  organisationId: z.string().nullable(),
  /** The days of the conference that their ticket is for (ISO); without: all of them, or older than this is told. */
  days: z.array(z.iso.date()).min(1).optional(),
  version: z.int().min(1),
});

const producer = 'conference-registration';
const conference = {
  producer,
  consumers: ['events-calendar', 'exhibition-stands', 'study-visits'],
  about: 'conference',
} as const;
/** Told from the beginning, although no app needs it yet: whichever does only has to be named here. */
const booking = { producer, consumers: [], about: 'booking' } as const;
const delegate = {
  producer,
  consumers: ['events-calendar', 'exhibition-stands', 'study-visits'],
  about: 'delegate',
} as const;

/** What `conference-registration` tells of conferences and of who takes part. */
export const bookingMessages = {
  'conference-registration.conference-published.v1': {
    title: 'Conference published',
    ...conference,
    payload: conferenceFacts,
  },
  'conference-registration.conference-changed.v1': {
    title: 'Conference changed',
    ...conference,
    payload: conferenceFacts,
  },
  'conference-registration.booking-confirmed.v1': {
    title: 'Booking confirmed',
    ...booking,
    payload: bookingFacts,
  },
  'conference-registration.booking-changed.v1': {
    title: 'Booking changed',
    ...booking,
    payload: bookingFacts,
  },
  'conference-registration.booking-cancelled.v1': {
    title: 'Booking cancelled',
    ...booking,
    payload: bookingFacts,
  },
  'conference-registration.delegate-confirmed.v1': {
    title: 'Delegate confirmed',
    ...delegate,
    payload: delegateFacts,
  },
  'conference-registration.delegate-cancelled.v1': {
    title: 'Delegate cancelled',
    ...delegate,
    payload: delegateFacts,
  },
} as const satisfies Record<`conference-registration.${string}.v${number}`, Contract>;
