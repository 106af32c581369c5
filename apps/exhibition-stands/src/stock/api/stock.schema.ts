import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { movementKinds, recordedKinds } from '../domain/movement.js';
import { placeKinds } from '../domain/place-details.js';

export const code = z
  .string()
  .meta({ description: 'A place’s code, as its label has it.', examples: ['BOX-3'] });
export const quantity = z.number().meta({ description: 'Whole, 1 to 100,000.', examples: [20] });
const exhibitionId = z.string().nullable().default(null);

export const itemInput = z
  .strictObject({
    name: z.string().meta({ examples: ['Case-studies packs'] }),
    unit: z.string().meta({ description: 'What one of it is called.', examples: ['pack'] }),
    units: z.string().default('').meta({ description: 'What several are; blank: with an “s”.' }),
    reorderLevel: z
      .number()
      .nullable()
      .default(null)
      .meta({ description: 'With so many or fewer left in all places, more should be ordered.' }),
    note: z.string().default(''),
  })
  .meta({ id: 'StockItemInput' });

export const itemOutput = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    unit: z.string(),
    units: z.string(),
    reorderLevel: z.int().nullable(),
    note: z.string(),
    remains: z.int().meta({ description: 'In all places.' }),
    isLow: z.boolean().meta({ description: 'Whether more should be ordered.' }),
    levels: z.array(z.strictObject({ place: code, quantity: z.int() })),
    version: z.int(),
  })
  .meta({ id: 'StockItem' });

export const placeEdit = z
  .strictObject({
    name: z.string(),
    kind: z.enum(placeKinds),
    exhibitionId: exhibitionId.meta({ description: 'At whose stand it is.' }),
    note: z.string().default(''),
  })
  .meta({ id: 'StockPlaceChange' });

export const placeInput = placeEdit.extend({ code }).meta({ id: 'StockPlaceInput' });

export const placeOutput = z
  .strictObject({
    code,
    name: z.string(),
    kind: z.enum(placeKinds),
    exhibitionId: z.uuid().nullable(),
    note: z.string(),
    levels: z.array(z.strictObject({ itemId: z.uuid(), quantity: z.int() })),
    version: z.int(),
  })
  .meta({ id: 'StockPlace' });

export const movementInput = z
  .strictObject({
    kind: z.enum(recordedKinds),
    item: z.string().meta({ description: 'Its id.' }),
    from: code.nullable().default(null),
    to: code.nullable().default(null),
    quantity,
    note: z.string().default(''),
  })
  .meta({ id: 'StockMovementInput' });

export const movementOutput = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(movementKinds),
    at: z.iso.datetime(),
    itemId: z.uuid(),
    from: code.nullable(),
    to: code.nullable(),
    quantity: z.int(),
    corrects: z.uuid().nullable().meta({ description: 'The line that this one puts right.' }),
    note: z.string(),
    by: z.string(),
  })
  .meta({ id: 'StockMovement' });

export const movementsQuery = z.strictObject({
  ...paging,
  item: z.uuid().optional().meta({ description: 'Only of this item.' }),
  place: code.optional().meta({ description: 'Only into and out of this place.' }),
});

export const correctionInput = z
  .strictObject({
    quantity: z.number().meta({ description: 'How many it should have been; 0: it did not happen.' }),
    note: z.string().default(''),
  })
  .meta({ id: 'StockCorrectionInput' });

export const countInput = z
  .strictObject({
    counts: z
      .array(z.strictObject({ itemId: z.string(), counted: z.number() }))
      .max(1000)
      .meta({ description: 'What was counted; what is not among it stays as it is known.' }),
  })
  .meta({ id: 'StockCountInput' });

export const countOutput = z
  .strictObject({
    id: z.uuid(),
    place: code,
    at: z.iso.datetime(),
    by: z.string(),
    counts: z.array(
      z.strictObject({
        itemId: z.uuid(),
        known: z.int().meta({ description: 'What was thought to be there.' }),
        counted: z.int(),
      }),
    ),
  })
  .meta({ id: 'StockCount' });

const carried = z.array(z.strictObject({ itemId: z.string(), quantity })).max(1000);

export const transportInput = z
  .strictObject({
    from: code,
    to: code,
    carrierName: z.string(),
    carrierEmail: z.string().default(''),
    plannedAt: z.iso.datetime({ offset: true }),
    exhibitionId,
    note: z.string().default(''),
    items: carried,
  })
  .meta({ id: 'StockTransportInput' });

export const transportOutput = z
  .strictObject({
    id: z.uuid(),
    from: code,
    to: code,
    carrierName: z.string(),
    carrierEmail: z.string().nullable(),
    plannedAt: z.iso.datetime(),
    doneAt: z.iso.datetime().nullable(),
    status: z.enum(['planned', 'done', 'called-off']),
    exhibitionId: z.uuid().nullable(),
    note: z.string(),
    items: z.array(z.strictObject({ itemId: z.uuid(), quantity: z.int() })),
  })
  .meta({ id: 'StockTransport' });

export const packingInput = z
  .strictObject({ item: z.string().meta({ description: 'Its id.' }), quantity, from: code, into: code })
  .meta({ id: 'StockPackingInput' });

export const packingCopyInput = z
  .strictObject({
    exhibition: z.string().meta({ description: 'By its id: whose use the list is to begin with.' }),
    into: code,
  })
  .meta({ id: 'StockPackingCopy' });

export const packingOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        itemId: z.uuid(),
        quantity: z.int(),
        from: code,
        into: code,
        there: z.int().meta({ description: 'How many are where they are to be taken from.' }),
        packedAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'StockPacking' });

export const standOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        itemId: z.uuid(),
        name: z.string(),
        brought: z.int(),
        used: z.int(),
        remains: z.int().meta({ description: 'On the stand.' }),
        runsOutAt: z.iso.datetime().nullable().meta({ description: 'At the pace so far.' }),
        openDaysLeft: z.number().nullable().meta({ description: 'Until then, in days of opening hours.' }),
        forecast: z.string().meta({ description: 'The same in words.' }),
        isLow: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'StockOnStand' });

export const itemsOutput = z.strictObject({ items: z.array(itemOutput) }).meta({ id: 'StockItems' });
export const placesOutput = z.strictObject({ items: z.array(placeOutput) }).meta({ id: 'StockPlaces' });
export const movementsOutput = pageOf(movementOutput);
export const transportsOutput = z
  .strictObject({ items: z.array(transportOutput) })
  .meta({ id: 'StockTransports' });
