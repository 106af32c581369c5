import { z } from 'zod';
import { payers } from '../domain/payer.js';

const pence = z.int().meta({ description: 'Whole pence.' });

export const payerInput = z
  .strictObject({
    who: z.enum(payers).default('traveller').meta({
      description: 'Who pays. A traveller of no organisation that is a member pays themselves.',
    }),
    name: z.string().default('').meta({
      description: 'Whom the invoice is made out to; blank: whoever pays.',
    }),
    address: z.string().default('').meta({
      description: 'Lines; blank where an organisation pays, for the address on record of it.',
    }),
    email: z.string().default(''),
    purchaseOrder: z.string().default(''),
  })
  .meta({ id: 'PayerInput' });

const charge = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['deposit', 'balance', 'price']),
    standing: z.enum(['asked', 'to-pay', 'part-paid', 'overdue', 'paid', 'credited']),
    invoice: z.string().nullable().meta({ description: 'Its number; `null`: it is on its way.' }),
    dueOn: z.iso.date(),
    chargedPence: pence.meta({ description: 'Less what was credited.' }),
    outstandingPence: pence,
  })
  .meta({ id: 'TravellerCharge' });

export const travellerMoneyOutput = z
  .strictObject({
    travellerId: z.uuid(),
    number: z.int(),
    name: z.string(),
    status: z.enum(['confirmed', 'withdrawn']),
    paidBy: z.string().nullable().meta({ description: 'An organisation; `null`: the traveller.' }),
    isPayerMissing: z.boolean(),
    invoicesName: z.string().nullable().meta({
      description: 'In whose place the traveller came, where the invoices name that one.',
    }),
    charges: z.array(charge),
  })
  .meta({ id: 'TravellerMoney' });

export const visitMoneyOutput = z
  .strictObject({
    totals: z.strictObject({
      chargedPence: pence,
      outstandingPence: pence,
      overduePence: pence,
      overdue: z.int(),
      payersMissing: z.int(),
    }),
    items: z.array(travellerMoneyOutput),
  })
  .meta({ id: 'VisitMoney', description: 'As many as travel, all of them.' });

export type TravellerMoneyOutput = z.output<typeof travellerMoneyOutput>;
