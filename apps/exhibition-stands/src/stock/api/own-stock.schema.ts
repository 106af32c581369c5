import { z } from 'zod';
import { code, countInput, quantity } from './stock.schema.js';

export const ownStockOutput = z
  .strictObject({
    places: z.array(
      z.strictObject({
        code,
        name: z.string(),
        items: z
          .array(z.strictObject({ id: z.uuid(), name: z.string(), units: z.string() }))
          .meta({ description: 'What may be there. How many there are is for whoever counts to find out.' }),
      }),
    ),
  })
  .meta({ id: 'OwnStock' });

export const handOutInput = z
  .strictObject({ item: z.string().meta({ description: 'Its id.' }), from: code, quantity })
  .meta({ id: 'OwnStockHandOut' });

export const ownCountInput = countInput.extend({ place: code }).meta({ id: 'OwnStockCount' });
