import { z } from 'zod';
import { categories } from '../../members/domain/organisation.js';
import type { BookFor } from '../customer.js';
import { bookedFors, bookingStatuses, delegateStatuses } from '../domain/booking.js';
import { formats, ticketKinds } from '../../tickets/domain/ticket-type.js';

const pence = z.int().meta({ description: 'Whole pence.' });
const instant = z.iso.datetime().meta({ description: 'An instant.', examples: ['2027-03-01T10:30:00Z'] });
const category = z.enum(categories).meta({ id: 'Category', description: 'Whose price it is.' });

const amounts = {
  netPence: pence.meta({ description: 'Before VAT.' }),
  vatPence: pence.meta({ description: 'Worked out for each place, rounded half up.' }),
  grossPence: pence.meta({ description: 'With VAT.' }),
};

/** Those whose booking contact somebody is. */
export const ownOrganisationsOutput = z.strictObject({
  items: z.array(
    z.strictObject({ id: z.string(), name: z.string(), category }).meta({ id: 'OwnOrganisation' }),
  ),
});

export const bookingInput = z
  .strictObject({
    for: z
      .union([z.literal('self'), z.strictObject({ organisationId: z.string() })])
      .meta({ description: 'Yourself, or an organisation whose booking contact you are.' }),
    quantities: z.record(z.string(), z.number()).meta({
      description: 'How many of each ticket and add-on, by its id. Each ticket makes a delegate.',
    }),
    code: z.string().max(200).default('').meta({ description: 'As it was given to you.' }),
  })
  .meta({ id: 'BookingInput' });

/** For whom a program books. */
export const readBookFor = (whom: z.output<typeof bookingInput>['for']): BookFor =>
  whom === 'self' ? { kind: 'self' } : { kind: 'organisation', ...whom };

const place = z
  .strictObject({
    ticketTypeId: z.string(),
    name: z.string(),
    kind: z.enum(ticketKinds),
    status: z.enum(['held', 'applied', 'confirmed']),
    ...amounts,
    vatBasisPoints: z.int().meta({ description: '2000 is 20 %.' }),
    isFree: z.boolean().meta({ description: 'One of the free places of the organisation.' }),
  })
  .meta({ id: 'Place' });

export const bookingOutput = z
  .strictObject({
    reference: z.string().meta({ examples: ['CN-7K3QFM'] }),
    status: z.enum(bookingStatuses).meta({
      description:
        'held: its places are kept until `heldUntil`; lapsed: that time ran out; applied: every delegate waits to be accepted.',
    }),
    conference: z.strictObject({ id: z.string(), slug: z.string(), title: z.string() }),
    bookedFor: z.enum(bookedFors),
    organisation: z.strictObject({ id: z.string().nullable(), name: z.string() }).nullable(),
    category,
    heldUntil: instant.nullable(),
    extended: z.boolean().meta({ description: 'More time was had already; it can be had once.' }),
    delegates: z.array(
      z.strictObject({
        number: z.int(),
        status: z.enum(delegateStatuses),
        name: z.string().meta({ description: 'Empty until they are named.' }),
        places: z.array(place),
      }),
    ),
    totals: z
      .strictObject(amounts)
      .meta({ description: 'Of places that are kept, applied for or confirmed.' }),
    version: z.int(),
  })
  .meta({ id: 'Booking' });

export type BookingOutput = z.output<typeof bookingOutput>;

const offeredPrice = z
  .strictObject({
    category,
    pence: pence.nullable().meta({ description: 'Before VAT; `null`: the free places alone.' }),
    until: z.iso.date().nullable().meta({ description: 'The last day of an early price.' }),
    later: pence.nullable().meta({ description: 'What it costs after that day.' }),
    free: z.int().meta({ description: 'Free places that each organisation of the category has.' }),
  })
  .meta({ id: 'OfferedPrice' });

export const offerOutput = z
  .strictObject({
    conference: z.strictObject({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      version: z.int().meta({ description: 'Rises with every change of what it offers.' }),
    }),
    isOpen: z.boolean().meta({ description: 'Whether bookings can be begun at this moment.' }),
    whyNot: z.string().nullable().meta({ description: 'Why not, for people.' }),
    tickets: z.array(
      z
        .strictObject({
          id: z.string(),
          kind: z.enum(ticketKinds),
          name: z.string(),
          description: z.string().meta({ description: 'Markdown.' }),
          days: z.array(z.iso.date()).meta({ description: 'None: all days.' }),
          format: z.enum(formats),
          vatBasisPoints: z.int().meta({ description: '2000 is 20 %.' }),
          least: z.int().meta({ description: 'How many at a time, at least.' }),
          most: z.int().nullable(),
          needsApproval: z.boolean(),
          left: z.int().nullable().meta({
            description: 'Places for everybody; 0 also where people wait for places; `null`: any number.',
          }),
          whyNot: z.string().nullable().meta({ description: 'Why it cannot be booked now, for people.' }),
          prices: z.array(offeredPrice),
        })
        .meta({ id: 'OfferedTicket' }),
    ),
  })
  .meta({ id: 'Offer' });

export type OfferOutput = z.output<typeof offerOutput>;
