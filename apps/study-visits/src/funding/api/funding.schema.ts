import { z } from 'zod';

export const fundingOutput = z
  .strictObject({
    places: z.int().meta({ description: 'How many the visit has.' }),
    given: z.int(),
    items: z.array(
      z.strictObject({
        state: z.enum(['selected', 'offered', 'travels']).meta({
          description: '`selected`: by the selection, of which nobody has been told yet.',
        }),
        applicationId: z.uuid().nullable(),
        travellerId: z.uuid().nullable(),
        name: z.string(),
        organisationName: z.string().nullable(),
        funded: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'FundedPlaces', description: 'All who have places, or are to have them.' });

export const fundInput = z
  .strictObject({
    funded: z.boolean(),
    why: z.string().default('').meta({ description: 'For the visit’s history; staff alone read it.' }),
  })
  .meta({ id: 'FundPlaceInput' });
