import { z } from 'zod';
import { categories } from '../../members/domain/organisation.js';
import { formats, ticketKinds } from '../domain/ticket-type.js';

const day = (description: string) =>
  z
    .string()
    .nullable()
    .default(null)
    .meta({ description, examples: ['2027-01-31'] });

const price = z
  .strictObject({
    category: z.enum(categories),
    until: day('The last day of an early price; `null`: the ordinary one.'),
    pence: z.number().meta({ description: 'Before VAT.' }),
  })
  .meta({ id: 'PriceInput' });

export const ticketInput = z
  .strictObject({
    kind: z.enum(ticketKinds),
    name: z.string().meta({ examples: ['Both days'] }),
    description: z.string().default(''),
    days: z
      .array(z.string())
      .max(100)
      .default([])
      .meta({ description: 'Of the conference’s days those that it is for; none: all.' }),
    format: z.enum(formats).default('in-person'),
    prices: z.array(price).max(100).default([]).meta({
      description: 'A category without a price cannot book it, other than places that are free for it.',
    }),
    vatBasisPoints: z.number().default(2000).meta({ description: '2000 is 20 %.' }),
    hidden: z.boolean().default(false).meta({ description: 'Seen only by whoever has a code for it.' }),
    least: z.number().default(1).meta({ description: 'In one booking that has it at all.' }),
    most: z.number().nullable().default(null).meta({ description: 'In one booking; `null`: any number.' }),
    needsApproval: z.boolean().default(false),
    onSaleFrom: day('The first day on which it is sold; `null`: when registration opens.'),
    onSaleUntil: day('The last one; `null`: when registration closes.'),
  })
  .meta({ id: 'TicketTypeInput' });

export const ticketOutput = z
  .strictObject({
    id: z.uuid(),
    position: z.int(),
    kind: z.enum(ticketKinds),
    name: z.string(),
    description: z.string(),
    days: z.array(z.iso.date()),
    format: z.enum(formats),
    prices: z.array(
      z
        .strictObject({ category: z.enum(categories), until: z.iso.date().nullable(), pence: z.int() })
        .meta({ id: 'Price' }),
    ),
    vatBasisPoints: z.int(),
    hidden: z.boolean(),
    least: z.int(),
    most: z.int().nullable(),
    needsApproval: z.boolean(),
    onSaleFrom: z.iso.date().nullable(),
    onSaleUntil: z.iso.date().nullable(),
    withdrawn: z.boolean().meta({ description: 'It is not sold any more.' }),
    version: z.int(),
  })
  .meta({ id: 'TicketType' });

export const ticketsOutput = z.strictObject({ items: z.array(ticketOutput) }).meta({ id: 'TicketTypes' });

export const withdrawalInput = z
  .strictObject({ withdrawn: z.boolean().meta({ description: '`false`: it is put back on sale.' }) })
  .meta({ id: 'Withdrawal' });

export type TicketSent = z.output<typeof ticketInput>;
export type TicketOutput = z.output<typeof ticketOutput>;
