import { z } from 'zod';

const counted = z.strictObject({ key: z.string(), title: z.string(), count: z.int() });

export const erasureOutput = z
  .strictObject({
    dueOn: z.string().nullable().meta({
      description:
        'The day on which it is done by itself; `null` of a draft, and of a visit that is called off.',
    }),
    certificate: z
      .strictObject({
        at: z.string(),
        details: z.array(counted).meta({ description: 'Sealed details: passports, health and the like.' }),
        others: z.array(counted),
        kept: z.array(counted.extend({ why: z.string() })),
      })
      .nullable()
      .meta({ description: '`null` while it is still to come.' }),
  })
  .meta({ id: 'VisitErasure' });
