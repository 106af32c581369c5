import { z } from 'zod';
import type { Contract } from './contract.js';
import { mailRequested } from './mails.js';

const uuid = z.uuid();
const day = z.iso.date();

/** A study visit as other apps may know it. Each message holds all of it, so that a newer one replaces an older. */
export const visitFacts = z.object({
  id: uuid,
  /** Its name in addresses: `emilia-romagna-2024`. */
  slug: z.string(),
  title: z.string(),
  /** Announced, or confirmed to take place. */
  status: z.enum(['announced', 'confirmed', 'over', 'cancelled']),
  /** Why it was called off. */
  statusReason: z.string().nullable(),
  /** Plain text. */
  summary: z.string(),
  /** Where it goes: "Emilia-Romagna". */
  region: z.string(),
  /** From the first to the last day, both included, on the clock of the zone (IANA). */
  when: z.object({ zone: z.string(), firstDay: day, lastDay: day }),
  /** When people can apply. */
  applications: z.object({ openAt: z.iso.datetime(), closeAt: z.iso.datetime() }),
  /** Where its page is on the site: `/visits/emilia-romagna-2024`. */
  path: z.string(),
  version: z.int().min(1),
});

export type VisitFacts = z.output<typeof visitFacts>;

/** That somebody travels with a visit, or does no longer. */
export const travellerFacts = z.object({
  id: uuid,
  visitId: uuid,
  visitTitle: z.string(),
  /** `null`: they are not known as a person of the site. */
  personId: z.string().nullable(),
  organisationId: z.string().nullable(),
  /** Those on which they are away, both included, on the clock of the zone (IANA). */
  firstDay: day,
  lastDay: day,
  zone: z.string(),
  region: z.string(),
  /** The visit's page. */
  path: z.string(),
  version: z.int().min(1),
});

export type TravellerFacts = z.output<typeof travellerFacts>;

/** What is different in a traveller’s own days, once an itinerary is published. */
export const itineraryFacts = z.object({
  travellerId: uuid,
  visitId: uuid,
  visitTitle: z.string(),
  /** `null`: they are not known as a person of the site. */
  personId: z.string().nullable(),
  /** Those that are new to them, different, or theirs no longer; all others are as they were told before. */
  items: z.array(
    z.object({
      id: uuid,
      title: z.string(),
      start: z.iso.datetime(),
      /** IANA */
      startZone: z.string(),
      end: z.iso.datetime(),
      endZone: z.string(),
      /** Blank where nothing is known. */
      place: z.string(),
      /** Cancelled, or for others now. */
      isOff: z.boolean(),
      /** Rises with each change of the item that this traveller is told of. */
      sequence: z.int().min(0),
    }),
  ),
  /** The visit's page. */
  path: z.string(),
  /** Of the publication. */
  version: z.int().min(1),
});

export type ItineraryFacts = z.output<typeof itineraryFacts>;

/** The same for a traveller’s feed of their visit and for their own feed of the calendar, so that programs which have both show it once. */
export const visitItemUid = (itemId: string, uidDomain: string): string =>
  `visit-item-${itemId}@${uidDomain}`;

const producer = 'study-visits';
const visit = { producer, consumers: ['events-calendar'], about: 'visit', payload: visitFacts } as const;
const traveller = {
  producer,
  consumers: ['events-calendar', 'exhibition-stands', 'conference-registration'],
  about: 'traveller',
  payload: travellerFacts,
} as const;

/** What `study-visits` sends. */
export const visitMessages = {
  'study-visits.mail-requested.v1': {
    title: 'Mail asked for',
    producer,
    consumers: ['mailer'],
    payload: mailRequested,
    about: 'mail',
  },
  'study-visits.visit-announced.v1': { title: 'Visit announced', ...visit },
  'study-visits.visit-changed.v1': { title: 'Visit changed', ...visit },
  'study-visits.traveller-confirmed.v1': { title: 'Traveller confirmed', ...traveller },
  'study-visits.traveller-withdrawn.v1': { title: 'Traveller withdrawn', ...traveller },
  'study-visits.itinerary-changed.v1': {
    title: 'Itinerary changed',
    producer,
    consumers: ['events-calendar'],
    about: 'traveller',
    payload: itineraryFacts,
  },
} as const satisfies Record<`study-visits.${string}.v${number}`, Contract>;
