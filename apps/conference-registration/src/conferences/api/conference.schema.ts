import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { conferenceStatuses } from '../domain/conference.js';

const instant = z.iso.datetime({ offset: true }).nullable();
const text = z.string();

const day = z
  .strictObject({
    date: z.iso.date(),
    opens: text.nullable().default(null).meta({ description: 'On the clock there: `09:30`.' }),
    closes: text.nullable().default(null),
  })
  .meta({ id: 'ConferenceDay' });

const refundStep = z
  .strictObject({
    until: z.iso.date().meta({ description: 'The last day of this step.' }),
    percent: z.int().min(0, 'must be 0 or more').max(100, 'must be 100 or less'),
  })
  .meta({ id: 'RefundStep' });

const venue = z.strictObject({ name: text, address: text.nullable().default(null) });
const contact = z.strictObject({
  name: text,
  email: text.nullable().default(null),
  phone: text.nullable().default(null),
});

/** What staff write about a conference. */
export const conferenceInput = z
  .strictObject({
    title: text,
    slug: text.nullable().default(null).meta({
      description: 'Its name in addresses; `null`: as title and year give it. It stays once published.',
    }),
    host: text
      .nullable()
      .default(null)
      .meta({ description: 'The name of the organisation that is its host.' }),
    venue: venue.nullable().default(null),
    days: z.array(day).max(30, 'has too many days'),
    zone: text.default('Europe/London').meta({ description: 'An IANA time zone.' }),
    summary: text.default(''),
    description: text.default('').meta({ description: 'Markdown.' }),
    contact: contact.nullable().default(null),
    opensAt: instant.default(null).meta({ description: 'When bookings begin; `null`: as soon as it opens.' }),
    closesAt: instant
      .default(null)
      .meta({ description: 'When they end; `null`: when it is closed or over.' }),
    changesUntil: instant.default(null).meta({
      description: 'Until when bookers change their bookings by themselves; `null`: until it begins.',
    }),
    refundSteps: z.array(refundStep).max(30, 'has too many steps').default([]),
    terms: text.default('').meta({ description: 'Markdown.' }),
    paymentDays: z.int().default(30),
    offerWorkingDays: z.int().default(3),
  })
  .meta({ id: 'ConferenceInput' });

export const conferenceOutput = z
  .strictObject({
    id: z.uuid(),
    slug: text,
    title: text,
    status: z.enum(conferenceStatuses),
    statusReason: text.nullable(),
    host: z.strictObject({ organisationId: text.nullable(), name: text }).nullable(),
    venue: z.strictObject({ name: text, address: text.nullable() }).nullable(),
    days: z.array(z.strictObject({ date: z.iso.date(), opens: text.nullable(), closes: text.nullable() })),
    zone: text,
    summary: text,
    description: text,
    contact: z.strictObject({ name: text, email: text.nullable(), phone: text.nullable() }).nullable(),
    opensAt: z.iso.datetime().nullable(),
    closesAt: z.iso.datetime().nullable(),
    changesUntil: z.iso.datetime().nullable(),
    refundSteps: z.array(z.strictObject({ until: z.iso.date(), percent: z.int() })),
    terms: text,
    paymentDays: z.int(),
    offerWorkingDays: z.int(),
    version: z.int(),
    page: z.url().meta({ description: 'Where everybody reads of it, once it is published.' }),
  })
  .meta({ id: 'Conference' });

export const conferenceStatusInput = z
  .strictObject({
    status: z.enum(conferenceStatuses),
    reason: text.default('').meta({ description: 'Why; everybody reads it. Needed to cancel.' }),
  })
  .meta({ id: 'ConferenceStatusChange' });

export const copyInput = z
  .strictObject({
    title: text,
    firstDay: z.iso.date().meta({ description: 'All other dates move with it.' }),
  })
  .meta({ id: 'ConferenceCopy' });

export const conferenceRevision = z
  .strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    by: text.meta({ description: 'With who acted for the person, if somebody did.' }),
    action: text,
    reason: text.nullable(),
    changes: z.array(z.strictObject({ field: text, before: text, after: text })),
  })
  .meta({ id: 'ConferenceRevision' });

export const conferencesQuery = z.strictObject(paging);
export const conferencesPage = pageOf(conferenceOutput).meta({ id: 'Conferences' });
export const conferenceRevisions = z
  .strictObject({ items: z.array(conferenceRevision) })
  .meta({ id: 'ConferenceRevisions' });

export type ConferenceJsonInput = z.output<typeof conferenceInput>;
export type ConferenceOutput = z.output<typeof conferenceOutput>;
