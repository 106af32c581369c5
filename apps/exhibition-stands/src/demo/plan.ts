import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { Transactions, type DemoClock } from '#platform';
import { KeepCosts } from '../costs/keep-costs.js';
import type { CostCategory } from '../costs/domain/cost.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ChangeSketch } from '../sketch/change-sketch.js';
import type { SketchInput } from '../sketch/domain/sketch.js';
import { KeepTasks } from '../tasks/keep-tasks.js';
import type { TaskKind } from '../tasks/domain/task.js';
import { staff } from './network.js';

/** When the planning began, in days before today. */
export const planned = 85;

interface DemoTask {
  readonly kind: TaskKind;
  readonly title: string;
  readonly owner: string | null;
  /** In days from today, or from the stand's first day. */
  readonly due: { readonly fromToday: number } | { readonly fromFirst: number };
  readonly isDone?: boolean;
  readonly note?: string;
}

const tasks: readonly DemoTask[] = [
  {
    kind: 'booking',
    title: 'Book the stand and pay the deposit',
    owner: 'Sam Staff',
    due: { fromToday: -70 },
    isDone: true,
  },
  {
    kind: 'passes',
    title: 'Send the names and photos for passes',
    owner: 'Kit Keeper',
    due: { fromToday: -14 },
    isDone: true,
  },
  {
    kind: 'passes',
    title: 'Ask Tess for another photo: hers was refused',
    owner: 'Kit Keeper',
    due: { fromToday: -2 },
    note: 'The host wants it plain and from the front.',
  },
  { kind: 'booking', title: 'Book rooms near the venue', owner: 'Kit Keeper', due: { fromToday: 12 } },
  {
    kind: 'artwork',
    title: 'Artwork of the back wall to the printer',
    owner: 'Sam Staff',
    due: { fromFirst: -56 },
  },
  { kind: 'booking', title: 'Order power and Wi-Fi from the venue', owner: null, due: { fromFirst: -42 } },
  {
    kind: 'deliveries',
    title: 'Have case-studies packs delivered to the office',
    owner: 'Kit Keeper',
    due: { fromFirst: -14 },
  },
  { kind: 'other', title: 'Send the team its briefing', owner: 'Sam Staff', due: { fromFirst: -7 } },
];

interface DemoCost {
  readonly category: CostCategory;
  readonly description: string;
  /** In pounds; `null`: not known. */
  readonly budget: number | null;
  readonly actual: number | null;
  /** In days before today. */
  readonly paid?: number;
}

const costs: readonly DemoCost[] = [
  { category: 'space', description: 'Stand space, 12 m²', budget: 4200, actual: 4320, paid: 69 },
  { category: 'stand', description: 'Furniture and a screen', budget: 650, actual: null },
  { category: 'print', description: 'Back wall and two banners', budget: 480, actual: null },
  { category: 'print', description: 'Case-studies packs, 800', budget: 960, actual: 912, paid: 21 },
  { category: 'travel', description: 'Trains of staff', budget: 300, actual: null },
  { category: 'rooms', description: 'Two rooms, four nights', budget: 880, actual: null },
  { category: 'food', description: 'Tea and cake for visitors', budget: 150, actual: null },
];

const floor: SketchInput = {
  width: '4',
  depth: '3',
  things: [
    { kind: 'banner', label: 'Back wall', x: '0.2', y: '0.05', width: '3.6', depth: '0.3' },
    { kind: 'screen', label: 'Film', x: '3.2', y: '0.45', width: '0.6', depth: '0.5' },
    { kind: 'socket', label: '', x: '3.7', y: '0.05', width: '0.2', depth: '0.2' },
    { kind: 'table', label: 'Case studies', x: '0.3', y: '1.9', width: '1.8', depth: '0.7' },
    { kind: 'table', label: 'Talk to us', x: '2.7', y: '1.5', width: '0.8', depth: '0.8' },
    { kind: 'chair', label: '', x: '2.2', y: '1.7', width: '0.4', depth: '0.4' },
    { kind: 'chair', label: '', x: '3.55', y: '1.7', width: '0.4', depth: '0.4' },
  ],
};

const pence = (pounds: number | null) => accepted(pounds === null ? null : pounds * 100);

/** Plans the coming stand: what is to be done by whom, what it costs, and its floor. */
export async function makePlan(
  app: INestApplicationContext,
  clock: DemoClock,
  { id }: Exhibition,
  { first, today }: { readonly first: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<void> {
  const transactions = app.get(Transactions);
  clock.put(today.subtract({ days: planned - 1 }), '11:00');
  for (const { kind, title, owner, due, isDone, note } of tasks) {
    const on = 'fromToday' in due ? today.add({ days: due.fromToday }) : first.add({ days: due.fromFirst });
    const input = { kind, title, dueOn: accepted(on.toString()), ownerName: owner, note: note ?? '' };
    const task = await transactions.run((manager) => app.get(KeepTasks).add(manager, staff, id, input));
    if (isDone) await app.get(KeepTasks).mark(staff, { exhibitionId: id, id: task.id }, true);
  }
  for (const { category, description, budget, actual, paid } of costs) {
    const paidOn = accepted(paid === undefined ? null : today.subtract({ days: paid }).toString());
    const input = { category, description, budgetPence: pence(budget), actualPence: pence(actual), paidOn };
    await transactions.run((manager) => app.get(KeepCosts).add(manager, staff, id, input));
  }
  await app.get(ChangeSketch).run(staff, { id, version: null }, floor);
}
