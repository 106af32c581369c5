import { z } from 'zod';
import { paging } from '#platform';

const priceChange = z
  .union([
    z.strictObject({ kind: z.literal('percent'), percent: z.number() }),
    z.strictObject({ kind: z.literal('amount'), pence: z.number() }),
    z.strictObject({ kind: z.literal('price'), pence: z.number() }),
  ])
  .meta({
    id: 'PriceChange',
    description: 'Per cent off, an amount off each place, or the price of each; before VAT.',
  });

const edit = {
  note: z.string().default('').meta({ description: 'For staff.' }),
  priceChange: priceChange.nullable().default(null),
  uses: z.number().nullable().default(null).meta({ description: 'Places; `null`: any number.' }),
  lastDay: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'On which it can be used; `null`: it has no end.', examples: ['2027-01-31'] }),
};

export const codeEdit = z.strictObject(edit).meta({ id: 'CodeChange' });

export const codesInput = z
  .strictObject({
    code: z.string().nullable().default(null).meta({ description: 'One code, as it will be typed.' }),
    made: z
      .strictObject({ number: z.number(), prefix: z.string().default('') })
      .meta({ id: 'MadeCodes' })
      .nullable()
      .default(null)
      .meta({ description: 'So many codes that nobody can guess; instead of `code`.' }),
    ...edit,
    reserves: z.boolean().default(false).meta({ description: 'Keeps as many places as it has uses.' }),
    organisationId: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: 'Whose people alone may use it.' }),
    ticketTypeIds: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ description: 'None: every ticket that everybody sees, but no add-on.' }),
  })
  .meta({ id: 'CodesInput' });

export const codeOutput = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    note: z.string(),
    priceChange: priceChange.nullable(),
    reserves: z.boolean(),
    uses: z.int().nullable(),
    lastDay: z.iso.date().nullable(),
    organisationId: z.string().nullable(),
    ticketTypeIds: z.array(z.uuid()),
    ended: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Code' });

const codeListed = codeOutput
  .extend({
    used: z.int().meta({ description: 'Places that were had with it.' }),
    kept: z.int().meta({ description: 'Places that it keeps still.' }),
  })
  .meta({ id: 'CodeUse' });

export const codesMade = z.strictObject({ items: z.array(codeOutput) }).meta({ id: 'CodesMade' });
export const codesPage = z
  .strictObject({ items: z.array(codeListed), nextCursor: z.string().nullable() })
  .meta({ id: 'Codes' });
export const codesQuery = z.strictObject(paging);

export type CodesSent = z.output<typeof codesInput>;
