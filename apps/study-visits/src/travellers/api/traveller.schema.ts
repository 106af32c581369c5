import { z } from 'zod';
import { otherCommitmentOutput } from '../../double-bookings/api/double-booking.schema.js';

const text = z.string();
const id = z.uuid();

const traveller = {
  id,
  number: z.int(),
  part: z.enum(['delegate', 'leader']),
  name: text,
  organisationName: text,
  countsAs: z.enum(['general', 'press', 'newcomer']).nullable(),
  funded: z.boolean(),
  status: z.enum(['confirmed', 'withdrawn']),
  version: z.int(),
};

export const travellerOutput = z
  .strictObject({
    ...traveller,
    email: text.nullable(),
    phone: text.nullable(),
    jobTitle: text,
    replaces: id.nullable(),
  })
  .meta({ id: 'Traveller' });

export const travellersOutput = z
  .strictObject({ items: z.array(travellerOutput) })
  .meta({ id: 'Travellers' });

export const ownTravelOutput = z
  .strictObject({
    ...traveller,
    visit: z.strictObject({
      id,
      slug: text,
      title: text,
      region: text,
      firstDay: z.iso.date(),
      lastDay: z.iso.date(),
      status: text,
    }),
    bookedTwice: z
      .array(otherCommitmentOutput)
      .meta({ description: 'Where they are to be while the visit is away.' }),
    withdrawal: z.strictObject({
      percent: z.int().meta({ description: 'Of the price that would not be charged today.' }),
      chargedPence: z.int().meta({ description: 'What would have to be paid in all.' }),
    }),
  })
  .meta({ id: 'OwnPlaceOnVisit' });

export const organisationTravellersOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id,
        name: text,
        status: z.enum(['confirmed', 'withdrawn']),
        funded: z.boolean(),
        firstDay: z.iso.date(),
        lastDay: z.iso.date(),
        visit: z.strictObject({ slug: text, title: text, status: text }),
      }),
    ),
  })
  .meta({ id: 'OrganisationTravellers', description: 'The latest visit first, 500 at most.' });

const named = {
  name: text.meta({ description: 'As in the passport.' }),
  email: text,
  phone: text.default(''),
  jobTitle: text.default(''),
};

export const leaderInput = z
  .strictObject({ ...named, organisationName: text.default('') })
  .meta({ id: 'LeaderInput' });

export const replaceInput = z.strictObject(named).meta({ id: 'ReplaceTravellerInput' });

export const withdrawInput = z.strictObject({ why: text.default('') }).meta({ id: 'WithdrawTravellerInput' });
