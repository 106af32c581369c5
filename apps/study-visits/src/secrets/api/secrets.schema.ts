import { z } from 'zod';
import { pageOf, paging } from '#platform';

export const secretsOutput = z
  .strictObject({
    held: z
      .array(
        z.strictObject({ kind: z.enum(['application', 'traveller']), field: z.string(), count: z.int() }),
      )
      .meta({ description: 'How many people told what; never what they told.' }),
    olderKeys: z
      .array(z.strictObject({ keyId: z.string(), count: z.int(), isHere: z.boolean() }))
      .meta({ description: 'Details of all visits that are not sealed with the first key.' }),
    erasures: z.array(
      z.strictObject({ at: z.string(), people: z.int(), erased: z.record(z.string(), z.int()) }),
    ),
  })
  .meta({ id: 'SensitiveData' });

export const looksQuery = z.strictObject(paging);

export const looksPage = pageOf(
  z
    .strictObject({
      id: z.uuid(),
      at: z.string(),
      personName: z.string(),
      subjectName: z.string().nullable(),
      fields: z.array(z.string()),
      why: z.string(),
    })
    .meta({ id: 'LookAtSensitiveData' }),
);
