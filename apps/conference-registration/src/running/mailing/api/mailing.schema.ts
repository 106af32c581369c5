import { z } from 'zod';
import { addressees } from '../selection.js';

const selection = {
  to: z
    .enum(addressees)
    .meta({ description: '`bookers`: whoever booked; `delegates`: the delegates themselves.' }),
  state: z.string().max(20).default('confirmed').meta({
    description: 'As in the lists of bookings and of delegates: `confirmed`, `applied`, `current` …',
  }),
  ticket: z.uuid().optional().meta({ description: 'Only with this ticket or add-on.' }),
  organisation: z.string().max(100).optional().meta({ description: 'Only of this organisation.' }),
  order: z.literal('missing').optional().meta({ description: 'Only where a purchase order is missing.' }),
  paid: z.literal('no').optional().meta({ description: 'Only where something is to be paid.' }),
};

export const readersQuery = z.strictObject(selection);

export const readersOutput = z
  .strictObject({
    readers: z.int().meta({ description: 'How many would have it: each address once.' }),
    withoutAddress: z.int().meta({ description: 'How many were chosen and have no address.' }),
  })
  .meta({ id: 'MailReaders' });

export const mailingInput = z
  .strictObject({
    ...selection,
    subject: z.string(),
    text: z.string().meta({ description: 'Plain words; an empty line begins a new paragraph.' }),
    expectedReaders: z.int().min(1).meta({
      description: 'How many there were when they were counted: with another number nothing is sent.',
    }),
  })
  .meta({ id: 'MailingInput' });

export const mailingOutput = z
  .strictObject({ id: z.uuid().meta({ description: 'The mailing’s.' }), readers: z.int() })
  .meta({ id: 'Mailing' });
