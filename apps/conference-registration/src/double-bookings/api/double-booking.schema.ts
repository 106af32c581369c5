import { z } from 'zod';

export const doubleBookingOutput = z
  .strictObject({
    booking: z.string().meta({ description: 'The booking’s reference.', examples: ['CN-7K3QFM'] }),
    number: z.int().meta({ description: 'The delegate’s, within the booking.' }),
    name: z.string(),
    exhibition: z
      .string()
      .nullable()
      .meta({
        description: 'Where they have a shift; `null`: they are away.',
        examples: ['Labour Party Conference 2027'],
      }),
    visit: z.string().nullable().meta({ description: 'The study visit with which they are away.' }),
    start: z.iso.datetime().meta({
      description: 'From when on they are on the stand, over shifts that follow one another, or away.',
    }),
    end: z.iso.datetime(),
  })
  .meta({ id: 'DoubleBooking' });

export const doubleBookingsOutput = z.strictObject({ items: z.array(doubleBookingOutput) });

export type DoubleBookingOutput = z.output<typeof doubleBookingOutput>;
