import { z } from 'zod';
import type { ApiPart } from '../../openapi/api-part.js';
import { thingPaths } from '../../set-up/api/thing-paths.js';

export const poolInput = z
  .strictObject({
    name: z.string().meta({ examples: ['Civic dinner'] }),
    capacity: z
      .number()
      .meta({ description: 'For all together, or for each organisation. It may be below what is taken.' }),
    perOrganisation: z.boolean().default(false),
    ticketTypeIds: z.array(z.string()).max(1000).meta({ description: 'What takes from it; not none.' }),
  })
  .meta({ id: 'PoolInput' });

export const poolOutput = z
  .strictObject({
    id: z.uuid(),
    position: z.int(),
    name: z.string(),
    capacity: z.int(),
    perOrganisation: z.boolean(),
    ticketTypeIds: z.array(z.uuid()),
    version: z.int(),
  })
  .meta({ id: 'Pool' });

export const poolListed = poolOutput
  .extend({
    confirmed: z.int().meta({ description: 'Of the organisation that has most, where each has its own.' }),
    held: z.int().meta({ description: 'By bookings being filled in, codes and open offers.' }),
    free: z.int().meta({ description: '0 while somebody waits.' }),
    over: z.int().meta({ description: 'How many more are taken than there are.' }),
  })
  .meta({ id: 'PoolState' });

const things = {
  path: 'pools',
  param: 'poolId',
  tag: 'Limits',
  name: 'Pool',
  names: 'Pools',
  what: 'limit',
  many: 'limits',
  input: poolInput,
  output: poolOutput,
  list: z.strictObject({ items: z.array(poolListed) }).meta({ id: 'Pools' }),
  removal: 'Lift a limit; nobody loses a place',
} as const;

export const poolsApi: ApiPart = { tags: [things.tag], paths: thingPaths(things) };
