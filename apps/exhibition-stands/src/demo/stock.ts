import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { accepted } from '#checks';
import { Transactions, type DemoClock } from '#platform';
import { CountPlace } from '../stock/counting/count-place.js';
import type { RecordedKind } from '../stock/domain/movement.js';
import { KeepPacking } from '../stock/packing/keep-packing.js';
import { FindStock } from '../stock/reading/find-stock.js';
import { staffDoer } from '../stock/recording/doer.js';
import { RecordMovement } from '../stock/recording/record-movement.js';
import { SaveItem } from '../stock/setting-up/save-item.js';
import { SavePlace } from '../stock/setting-up/save-place.js';
import type { StockItemRow } from '../stock/stock-item.entity.js';
import { staff } from './network.js';

const [office, box, stand] = ['OFFICE', 'BOX-1', 'LABOUR'] as const;

const items = [
  {
    name: 'Case-studies packs',
    unit: 'pack',
    units: '',
    reorderLevel: 200,
    note: 'Thirty-two pages, printed on both sides.',
  },
  { name: 'Tote bags', unit: 'bag', units: '', reorderLevel: 100, note: '' },
  // What is left of these is below its level.
  { name: 'Pens', unit: 'pen', units: '', reorderLevel: 250, note: 'Made of recycled card.' },
  { name: 'Badges “Ask me about co-operation”', unit: 'badge', units: '', reorderLevel: 50, note: '' },
  { name: 'Pull-up banners', unit: 'banner', units: '', reorderLevel: null, note: 'They come back with us.' },
  { name: 'Tablecloths', unit: 'tablecloth', units: '', reorderLevel: null, note: '' },
] as const;

type ItemName = (typeof items)[number]['name'];

/** What happened to the stock, in days before today. */
interface DemoMovement {
  readonly ago: number;
  readonly kind: RecordedKind;
  readonly item: ItemName;
  readonly from?: string;
  readonly to?: string;
  readonly quantity: number;
  readonly note?: string;
}

const movements: readonly DemoMovement[] = [
  { ago: 80, kind: 'receive', item: 'Pens', to: office, quantity: 500, note: 'What was left of last year' },
  { ago: 80, kind: 'receive', item: 'Pull-up banners', to: office, quantity: 3 },
  { ago: 80, kind: 'receive', item: 'Tablecloths', to: office, quantity: 2 },
  { ago: 78, kind: 'receive', item: 'Badges “Ask me about co-operation”', to: office, quantity: 120 },
  {
    ago: 62,
    kind: 'hand-out',
    item: 'Pens',
    from: office,
    quantity: 320,
    note: 'For an open day of Oldham’s',
  },
  { ago: 55, kind: 'return', item: 'Pens', to: office, quantity: 40, note: 'Came back from Oldham' },
  {
    ago: 40,
    kind: 'receive',
    item: 'Tote bags',
    to: office,
    quantity: 300,
    note: 'Delivered by the printer',
  },
  {
    ago: 21,
    kind: 'receive',
    item: 'Case-studies packs',
    to: office,
    quantity: 800,
    note: 'Delivered by the printer',
  },
  {
    ago: 12,
    kind: 'hand-out',
    item: 'Case-studies packs',
    from: office,
    quantity: 60,
    note: 'To new members',
  },
  { ago: 8, kind: 'move', item: 'Pull-up banners', from: office, to: box, quantity: 2 },
  { ago: 8, kind: 'move', item: 'Tablecloths', from: office, to: box, quantity: 1 },
  {
    ago: 5,
    kind: 'move',
    item: 'Badges “Ask me about co-operation”',
    from: box,
    to: stand,
    quantity: 20,
    note: 'Sent ahead with the furniture',
  },
];

/** What is to travel, and whether it is in its box. */
const packing: readonly { readonly item: ItemName; readonly quantity: number; readonly isPacked: boolean }[] =
  [
    { item: 'Case-studies packs', quantity: 400, isPacked: false },
    { item: 'Tote bags', quantity: 150, isPacked: true },
    { item: 'Pens', quantity: 200, isPacked: false },
  ];

/** Sets the stock up in three places, and lets everything happen to it that did. */
export async function makeStock(
  app: INestApplicationContext,
  clock: DemoClock,
  exhibitionId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const within = <Result>(work: (manager: EntityManager) => Promise<Result>) =>
    app.get(Transactions).run(work);
  clock.put(today.subtract({ days: 82 }), '09:30');
  for (const place of [
    {
      code: office,
      name: 'Office cupboard',
      kind: 'office',
      exhibitionId: null,
      note: 'Second floor, behind the printer.',
    },
    { code: box, name: 'Box 1', kind: 'box', exhibitionId: null, note: 'Blue, with wheels.' },
    { code: stand, name: 'Stand at Labour', kind: 'stand', exhibitionId, note: '' },
  ]) {
    await within((manager) => app.get(SavePlace).add(manager, staff, place));
  }
  const known = new Map<ItemName, StockItemRow>();
  for (const item of items) {
    const input = { ...item, reorderLevel: accepted(item.reorderLevel) };
    known.set(item.name, await within((manager) => app.get(SaveItem).add(manager, staff, input)));
  }
  const idOf = (item: ItemName): string => known.get(item)?.id ?? '';
  const badges = idOf('Badges “Ask me about co-operation”');
  const record = async ({ ago, kind, item, from = '', to = '', quantity, note = '' }: DemoMovement) => {
    clock.put(today.subtract({ days: ago }), '16:20');
    const input = { kind, item: idOf(item), from, to, quantity: accepted(quantity), note };
    await within((manager) => app.get(RecordMovement).run(manager, staffDoer(staff), input));
  };
  for (const movement of movements) {
    if (movement.ago === 5) {
      // Somebody had put badges into the box without a word.
      clock.put(today.subtract({ days: 6 }), '17:05');
      const counted = [{ itemId: badges, counted: accepted(35) }];
      await within(async (manager) =>
        app
          .get(CountPlace)
          .run(manager, staffDoer(staff), await app.get(FindStock).place(box, manager), counted),
      );
    }
    await record(movement);
  }
  clock.put(today.subtract({ days: 4 }), '11:40');
  for (const { item, quantity, isPacked } of packing) {
    const line = { item: idOf(item), from: office, into: box, quantity: accepted(quantity) };
    const id = await within((manager) => app.get(KeepPacking).add(manager, staff, exhibitionId, line));
    if (isPacked) await within((manager) => app.get(KeepPacking).pack(manager, staff, exhibitionId, id));
  }
}
