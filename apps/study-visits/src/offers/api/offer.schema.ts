import { z } from 'zod';
import { payerInput } from '../../invoicing/api/money.schema.js';
import { offerStatuses } from '../domain/offer.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();
const placeKind = z.enum(['general', 'press', 'newcomer']);

const offer = {
  status: z.enum(offerStatuses),
  countsAs: placeKind,
  deadline: instant.meta({ description: 'The first instant that is too late.' }),
  answeredAt: instant.nullable(),
};

export const offersOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        applicationId: id,
        code: text,
        name: text,
        email: text.nullable(),
        organisationName: text.nullable(),
        isWithdrawn: z.boolean(),
        outcome: z.enum(['place', 'reserve', 'declined']),
        position: z.int().nullable(),
        offer: z.strictObject({ ...offer, lifts: z.array(text), funded: z.boolean() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'VisitOffers' });

export const handOfferInput = z
  .strictObject({
    applicationId: id,
    countsAs: text.default('general'),
    why: text.meta({ description: 'The applicant reads it.' }),
    lifts: z
      .array(z.enum(['organisation', 'category']))
      .max(2)
      .default([]),
  })
  .meta({ id: 'HandOffer' });

export const extendInput = z.strictObject({ deadline: instant }).meta({ id: 'OfferDeadline' });

export const answerOfferInput = z
  .strictObject({
    answer: z.enum(['accept', 'decline']),
    payer: payerInput.optional().meta({
      description:
        'Who pays, upon which the invoices are asked for. Without it the traveller is asked on their own page; a place that costs nothing needs none.',
    }),
  })
  .meta({ id: 'OfferAnswer' });

export const ownOfferOutput = z
  .strictObject({
    visit: z.strictObject({
      id,
      slug: text,
      title: text,
      region: text,
      firstDay: z.iso.date(),
      lastDay: z.iso.date(),
      pricePence: z.int(),
      depositPence: z.int(),
    }),
    code: text.nullable(),
    name: text,
    ...offer,
    funded: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'OwnOffer' });
