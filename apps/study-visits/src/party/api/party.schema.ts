import { z } from 'zod';

export const partyOutput = z
  .strictObject({
    people: z.array(
      z.strictObject({
        name: z.string(),
        organisationName: z.string(),
        part: z.enum(['delegate', 'leader']),
      }),
    ),
    others: z.int().meta({ description: 'How many more travel, who have not agreed to be named.' }),
    isNamed: z.boolean().meta({ description: 'Whether the others see whose link this is.' }),
  })
  .meta({ id: 'TravellingParty' });
