import { z } from 'zod';
import { documentOutput } from '../../money/api/money.schema.js';

const pence = z.int().meta({ description: 'Whole pence.' });
const day = z.iso.date();

export const visitChargeOutput = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['deposit', 'balance', 'price']),
    visit: z.strictObject({
      id: z.uuid(),
      title: z.string(),
      firstDay: day,
      lastDay: day,
      path: z.string(),
    }),
    traveller: z.string(),
    organisationId: z.string().nullable().meta({ description: '`null`: the traveller pays.' }),
    netPence: pence.meta({ description: 'As it was asked for, without VAT.' }),
    outstandingPence: pence.meta({ description: 'With VAT.' }),
    purchaseOrder: z.string().nullable(),
    purchaseOrderRequired: z.boolean(),
    documents: z.array(documentOutput).meta({ description: 'The oldest first.' }),
  })
  .meta({ id: 'VisitCharge', description: 'What somebody is to pay for a study visit.' });

export const visitOrderOutput = z
  .strictObject({
    purchaseOrder: z.string(),
    issuedAgain: z
      .string()
      .nullable()
      .meta({ description: 'The number of the invoice that took another’s place.' }),
  })
  .meta({ id: 'VisitPurchaseOrder' });

export type VisitChargeOutput = z.output<typeof visitChargeOutput>;
