import { z } from 'zod';
import type { Contract } from './contract.js';
import { mailRequested } from './mails.js';

const uuid = z.uuid();
const date = z.iso.date();

/** An organisation as others may know it. Each message holds all of it, so that a newer one replaces an older. */
export const organisationChanged = z.object({
  id: uuid,
  name: z.string(),
  category: z.string(),
  kind: z.string(),
  status: z.string(),
  joinedOn: date.nullable(),
  leftOn: date.nullable(),
  /** Off the price, in per cent; without an end it lasts. */
  discount: z.object({ percent: z.number(), endsOn: date.nullable() }).nullable(),
  billingAddress: z.string().nullable(),
  invoiceEmail: z.string().nullable(),
  purchaseOrderRequired: z.boolean(),
  accountableBodyReference: z.string().nullable(),
  /** Of its people's mail addresses, in lower case. */
  domains: z.array(z.string()),
});

/** A person as others may know them. Each message holds all of it, so that a newer one replaces an older. */
export const personChanged = z.object({
  id: uuid,
  name: z.string(),
  preferredName: z.string().nullable(),
  pronouns: z.string().nullable(),
  /** The primary address, and only once it is verified. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  /** Granted to the person themselves. */
  roles: z.array(z.enum(['staff', 'admin'])),
  affiliations: z.array(
    z.object({
      organisationId: uuid,
      role: z.enum(['councillor', 'officer', 'partner']),
      isBookingContact: z.boolean(),
    }),
  ),
  seats: z.array(
    z.object({
      /** The board's slug. */
      board: z.string(),
      boardName: z.string(),
      position: z.string().nullable(),
      startsOn: date,
      endsOn: date.nullable(),
    }),
  ),
  /** The person whose record took this one's place. */
  mergedInto: uuid.nullable(),
});

/** Everything kept of the person is to be forgotten; answered by `person-erasure-done`. */
export const personErased = z.object({ id: uuid, erasureId: uuid });

const membership = z.object({ category: z.string(), status: z.string() });

export const membershipChanged = z.object({
  organisationId: uuid,
  name: z.string(),
  /** `null`: it was no member before. */
  from: membership.nullable(),
  to: membership,
  on: date,
  reason: z.string().nullable(),
});

/** Somebody asked for a link to sign in; whether a mail goes out is decided when this is handled. */
export const signInAsked = z.object({ signInId: uuid });

/** What `members` sends. */
export const membersMessages = {
  'members.organisation-changed.v1': {
    title: 'Organisation changed',
    producer: 'members',
    consumers: ['events-calendar', 'conference-registration', 'exhibition-stands', 'study-visits'],
    payload: organisationChanged,
    about: 'organisation',
  },
  'members.person-changed.v1': {
    title: 'Person changed',
    producer: 'members',
    consumers: ['events-calendar', 'conference-registration', 'exhibition-stands', 'study-visits', 'mailer'],
    payload: personChanged,
    about: 'person',
  },
  'members.person-erased.v1': {
    title: 'Person to be forgotten',
    producer: 'members',
    consumers: ['events-calendar', 'conference-registration', 'exhibition-stands', 'study-visits', 'mailer'],
    payload: personErased,
    about: 'person',
  },
  'members.membership-changed.v1': {
    title: 'Membership changed',
    producer: 'members',
    consumers: ['events-calendar', 'conference-registration', 'exhibition-stands', 'study-visits'],
    payload: membershipChanged,
    about: 'organisation',
  },
  'members.sign-in-asked.v1': {
    title: 'Sign-in link asked for',
    producer: 'members',
    consumers: ['members'],
    payload: signInAsked,
    about: 'sign-in',
  },
  'members.mail-requested.v1': {
    title: 'Mail asked for',
    producer: 'members',
    consumers: ['mailer'],
    payload: mailRequested,
    about: 'mail',
  },
} as const satisfies Record<`members.${string}.v${number}`, Contract>;
