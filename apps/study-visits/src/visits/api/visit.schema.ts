import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { memberCategories, reservedKinds } from '../domain/visit.js';

const text = z.string();
const optional = text.nullable().default(null);
const statuses = ['draft', 'announced', 'confirmed', 'over', 'cancelled'] as const;
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true }).nullable().default(null);

const contact = z
  .strictObject({ name: text, role: text.default(''), phone: optional, email: optional })
  .meta({ id: 'VisitContact' });

const categoryLimit = z
  .strictObject({
    category: text.meta({ description: `One of ${memberCategories.join(', ')}.` }),
    most: z.int(),
  })
  .meta({ id: 'VisitCategoryLimit' });

const reserved = z
  .strictObject({
    kind: text.meta({ description: `One of ${reservedKinds.join(', ')}.` }),
    places: z.int(),
  })
  .meta({ id: 'VisitReservedPlaces' });

const refund = z
  .strictObject({
    daysBefore: z.int().meta({ description: 'Whoever withdraws at least so many days before the first.' }),
    percent: z.int().meta({ description: 'So much of the price is not charged.' }),
  })
  .meta({ id: 'VisitRefundStep' });

/** What staff write about a visit. */
export const visitInput = z
  .strictObject({
    title: text,
    slug: optional.meta({
      description: 'Its name in addresses; `null`: as title and year give it. It stays once announced.',
    }),
    region: text.meta({ description: 'Where it goes: `Emilia-Romagna`.' }),
    country: text.meta({ description: 'ISO 3166-1, two letters.' }),
    zone: text.default('Europe/London').meta({ description: 'An IANA time zone, of the place.' }),
    firstDay: day,
    lastDay: day.nullable().default(null).meta({ description: '`null`: it is one day.' }),
    summary: text.default(''),
    description: text.default('').meta({ description: 'Markdown.' }),
    contacts: z.array(contact).max(30, 'has too many contacts').default([]),
    places: z.int().default(20),
    organisationLimit: z.int().nullable().default(null),
    categoryLimits: z.array(categoryLimit).max(20, 'has too many limits').default([]),
    reserved: z
      .array(reserved)
      .max(20, 'has too many lines')
      .default([])
      .meta({ description: 'In the order in which they are filled.' }),
    fundedPlaces: z.int().default(0),
    pricePence: z.int().default(0),
    priceIncludes: text.default(''),
    depositPence: z.int().default(0),
    balanceDueOn: day.nullable().default(null),
    refunds: z.array(refund).max(50, 'has too many steps').default([]),
    applicationsOpenAt: moment,
    applicationsCloseAt: moment.meta({ description: 'The first instant that is too late.' }),
    decisionOn: day.nullable().default(null),
    acceptanceDays: z.int().default(10),
  })
  .meta({ id: 'VisitInput' });

export const visitOutput = z
  .strictObject({
    id: z.uuid(),
    slug: text,
    title: text,
    status: z.enum(statuses),
    statusReason: text.nullable(),
    region: text,
    country: text,
    zone: text,
    firstDay: day,
    lastDay: day,
    summary: text,
    description: text,
    contacts: z.array(
      z.strictObject({ name: text, role: text, phone: text.nullable(), email: text.nullable() }),
    ),
    places: z.int(),
    organisationLimit: z.int().nullable(),
    categoryLimits: z.array(z.strictObject({ category: z.enum(memberCategories), most: z.int() })),
    reserved: z.array(z.strictObject({ kind: z.enum(reservedKinds), places: z.int() })),
    fundedPlaces: z.int(),
    pricePence: z.int(),
    priceIncludes: text,
    depositPence: z.int(),
    balanceDueOn: day.nullable(),
    refunds: z.array(z.strictObject({ daysBefore: z.int(), percent: z.int() })),
    applicationsOpenAt: z.iso.datetime().nullable(),
    applicationsCloseAt: z.iso.datetime().nullable(),
    applications: z
      .enum(['not-set', 'not-yet', 'open', 'closed'])
      .meta({ description: 'Whether one may apply now.' }),
    decisionOn: day.nullable(),
    acceptanceDays: z.int(),
    version: z.int(),
    page: z.url().meta({ description: 'Where everybody reads of it, once it is announced.' }),
    missing: z
      .array(text)
      .optional()
      .meta({ description: 'What its next step cannot be taken without; for staff, of one visit.' }),
  })
  .meta({ id: 'Visit' });

export const statusInput = z
  .strictObject({
    status: z.enum(statuses),
    reason: text.default('').meta({ description: 'Why; everybody reads it. Needed to cancel.' }),
  })
  .meta({ id: 'VisitStatusChange' });

export const copyInput = z
  .strictObject({
    title: text,
    firstDay: day.meta({ description: 'All dates move with it.' }),
  })
  .meta({ id: 'VisitCopy' });

export const visitsQuery = z.strictObject(paging);
export const visitsPage = pageOf(visitOutput).meta({ id: 'Visits' });

export const historyOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: text.meta({ description: 'With who acted for the person, if somebody did.' }),
        action: text,
        reason: text.nullable(),
        changes: z.array(z.strictObject({ field: text, before: text, after: text })),
      }),
    ),
  })
  .meta({ id: 'VisitHistory' });

export type VisitJsonInput = z.output<typeof visitInput>;
export type VisitOutput = z.output<typeof visitOutput>;
