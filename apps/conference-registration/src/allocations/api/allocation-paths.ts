import { z } from 'zod';
import { categories } from '../../members/domain/organisation.js';
import type { ApiPart } from '../../openapi/api-part.js';
import { thingPaths } from '../../set-up/api/thing-paths.js';

const places = z.number().meta({ description: 'For each organisation.' });

export const allocationInput = z
  .strictObject({
    ticketTypeId: z.string(),
    category: z
      .enum(categories)
      .nullable()
      .default(null)
      .meta({ description: 'Each organisation of it has so many; this or `organisationId`.' }),
    organisationId: z.string().nullable().default(null),
    places,
  })
  .meta({ id: 'FreePlacesInput' });

export const allocationEdit = z.strictObject({ places }).meta({ id: 'FreePlacesChange' });

export const allocationOutput = z
  .strictObject({
    id: z.uuid(),
    ticketTypeId: z.uuid(),
    category: z.enum(categories).nullable(),
    organisationId: z.string().nullable(),
    places: z.int(),
    version: z.int(),
  })
  .meta({ id: 'FreePlaces' });

const listed = allocationOutput
  .extend({ taken: z.int().meta({ description: 'By all organisations together.' }) })
  .meta({ id: 'FreePlacesTaken' });

const things = {
  path: 'allocations',
  param: 'allocationId',
  tag: 'Free places',
  name: 'Allocation',
  names: 'Allocations',
  what: 'number of free places',
  many: 'free places',
  input: allocationInput,
  edit: allocationEdit,
  output: allocationOutput,
  list: z.strictObject({ items: z.array(listed) }).meta({ id: 'FreePlacesList' }),
  removal: 'Take free places away; what was booked free of charge stays free',
} as const;

export const allocationsApi: ApiPart = { tags: [things.tag], paths: thingPaths(things) };
