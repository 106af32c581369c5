import { z } from 'zod';

export const moveInput = z
  .strictObject({
    to: z
      .string()
      .max(20)
      .meta({
        description:
          'The reference of another confirmed booking of the same organisation at the same conference.',
        examples: ['CN-7K3QFM'],
      }),
  })
  .meta({ id: 'DelegateMove' });

export const movedOutput = z
  .strictObject({
    booking: z.string().meta({ description: 'The reference of the booking that they are in now.' }),
  })
  .meta({ id: 'MovedDelegate' });
