import { z } from 'zod';

/** Where somebody is to be at the same time. */
export const otherCommitmentOutput = z
  .strictObject({
    title: z.string().meta({
      description: 'Of the conference, of the exhibition with the stand, or of the other visit.',
      examples: ['Annual Conference 2027'],
    }),
    start: z.iso.datetime().meta({ description: 'Days and shifts that follow one another are one.' }),
    end: z.iso.datetime(),
  })
  .meta({ id: 'OtherCommitment' });

export const doubleBookingsOutput = z.strictObject({
  items: z.array(
    z
      .strictObject({
        travellerId: z.uuid(),
        number: z.int(),
        name: z.string(),
        others: z.array(otherCommitmentOutput),
      })
      .meta({ id: 'DoubleBooking' }),
  ),
});
