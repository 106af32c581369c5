import { z } from 'zod';
import type { Contract } from './contract.js';

const uuid = z.uuid();
const day = z.iso.date();
const positive = z.int('must be whole pence').min(1, 'must be more than 0 pence');
const words = z.string().min(1, 'must not be empty');

/**
 * What somebody is to pay for their place on a study visit, once: a deposit, the balance, the whole price. It becomes one
 * invoice, however often it is asked for.
 */
export const visitInvoiceAsked = z.object({
  /** Of what is to be paid. */
  chargeId: uuid,
  kind: z.enum(['deposit', 'balance', 'price']),
  visit: z.object({ id: uuid, title: words, firstDay: day, lastDay: day, path: z.string() }),
  traveller: z.object({ id: uuid, name: words, personId: z.string().nullable() }),
  /** Who is the customer: an organisation that members tells of; `null`: the traveller pays. */
  organisationId: z.string().nullable(),
  /** Whom the invoice is made out to. Without an address, or an email address, those of the organisation are used. */
  billTo: z.object({ name: words, address: z.string(), email: words.nullable() }),
  /** Who looks after it, and is sent it: the traveller, or whoever accepted for them. */
  contact: z.object({ personId: z.string().nullable(), name: z.string(), email: words }),
  purchaseOrder: z.string().nullable(),
  lines: z
    .array(z.object({ description: words, netPence: positive, vatBasisPoints: z.int().min(0).max(10_000) }))
    .min(1, 'must have a line')
    .max(20),
  /** By when it is to be paid. An invoice that is issued later is due on the day of issue. */
  dueOn: day,
});

export type VisitInvoiceAsked = z.output<typeof visitInvoiceAsked>;

/** That some of what was invoiced is not to be paid, or to be given back: a traveller has withdrawn. */
export const visitCreditAsked = z.object({
  /** Of this credit: it becomes one credit note, however often it is asked for. */
  id: uuid,
  chargeId: uuid,
  /** Without VAT, as lines are. What staff have credited by hand meanwhile is not credited again. */
  netPence: positive,
  /** It stands on the credit note. */
  reason: words,
});

export type VisitCreditAsked = z.output<typeof visitCreditAsked>;

/** How what somebody is to pay for a visit stands. Amounts are pence with VAT. Whether it is overdue follows from `dueOn`. */
export const visitInvoiceFacts = z.object({
  chargeId: uuid,
  visitId: uuid,
  travellerId: uuid,
  /** `credited`: all of it was. */
  state: z.enum(['issued', 'part-paid', 'paid', 'credited']),
  /** The number of the invoice; of the newest one, where it was issued again with another purchase order: "INV-00012". */
  label: z.string(),
  issuedOn: day,
  dueOn: day,
  /** As it was asked for. */
  invoicedPence: z.int().min(0),
  creditedPence: z.int().min(0),
  outstandingPence: z.int().min(0),
  version: z.int().min(1),
});

export type VisitInvoiceFacts = z.output<typeof visitInvoiceFacts>;

/** What the secrets in links to a visit's invoices are made for: services that have the same LINK_SECRET make the same. */
export const visitInvoiceLinks = 'links to invoices for study visits';

/**
 * Where an invoice for a visit is: with its documents, and where its purchase order is entered.
 *
 * @param key `chargeId` for whoever is signed in and has a right to it, or the secret that stands for it
 */
export const visitInvoicePath = (key: string): string => `/conference/visit-invoices/${key}`;

const about = 'visit charge';

/** What `study-visits` and `conference-registration` have to say to each other of money. */
export const visitInvoiceMessages = {
  'study-visits.visit-invoice-requested.v1': {
    title: 'Invoice for a visit asked for',
    producer: 'study-visits',
    consumers: ['conference-registration'],
    payload: visitInvoiceAsked,
    about,
  },
  'study-visits.visit-credit-requested.v1': {
    title: 'Credit note for a visit asked for',
    producer: 'study-visits',
    consumers: ['conference-registration'],
    payload: visitCreditAsked,
    about,
  },
  'conference-registration.visit-invoice-changed.v1': {
    title: 'Invoice for a visit changed',
    producer: 'conference-registration',
    consumers: ['study-visits'],
    payload: visitInvoiceFacts,
    about,
  },
} as const satisfies Record<string, Contract>;
