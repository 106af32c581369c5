import { z } from 'zod';
import { costCategories } from '../../costs/domain/cost.js';
import { taskKinds } from '../../tasks/domain/task.js';

const text = z.string();
const version = z.int();
const id = z.uuid();

export const taskInput = z
  .strictObject({
    title: text,
    kind: text.default('other').meta({ description: `One of ${taskKinds.join(', ')}.` }),
    dueOn: z.iso.date(),
    ownerName: text.nullable().default(null),
    note: text.default(''),
  })
  .meta({ id: 'TaskInput' });

export const taskOutput = z
  .strictObject({
    id,
    kind: z.enum(taskKinds),
    title: text,
    dueOn: z.iso.date(),
    ownerName: text.nullable(),
    note: text,
    doneAt: z.iso.datetime().nullable(),
    doneBy: text.nullable(),
    version,
  })
  .meta({ id: 'Task' });

export const tasksOutput = z.strictObject({ items: z.array(taskOutput) }).meta({ id: 'Tasks' });

export const doneInput = z.strictObject({ isDone: z.boolean() }).meta({ id: 'TaskDone' });

const pence = z.int().nullable().default(null).meta({ description: 'Whole pence.' });

export const costInput = z
  .strictObject({
    category: text.default('other').meta({ description: `One of ${costCategories.join(', ')}.` }),
    description: text,
    budgetPence: pence,
    actualPence: pence,
    paidOn: z.iso.date().nullable().default(null),
  })
  .meta({ id: 'CostInput' });

export const costOutput = z
  .strictObject({
    id,
    category: z.enum(costCategories),
    description: text,
    budgetPence: z.int().nullable(),
    actualPence: z.int().nullable(),
    paidOn: z.iso.date().nullable(),
    version,
  })
  .meta({ id: 'Cost' });

export const costsOutput = z
  .strictObject({
    items: z.array(costOutput),
    totals: z.strictObject({ budgetPence: z.int(), actualPence: z.int(), expectedPence: z.int() }),
    words: text.meta({ description: 'How the costs stand to the budget, in a sentence.' }),
  })
  .meta({ id: 'Costs' });

export const documentOutput = z
  .strictObject({
    id,
    name: text,
    note: text,
    mediaType: text,
    size: z.int().meta({ description: 'Bytes.' }),
    uploadedAt: z.iso.datetime(),
    version: z.int().meta({ description: 'Always 1: a document does not change.' }),
  })
  .meta({ id: 'Document' });

export const documentsOutput = z.strictObject({ items: z.array(documentOutput) }).meta({ id: 'Documents' });

export type TaskJsonInput = z.output<typeof taskInput>;
export type CostJsonInput = z.output<typeof costInput>;
export type TaskOutput = z.output<typeof taskOutput>;
export type CostOutput = z.output<typeof costOutput>;
export type DocumentOutput = z.output<typeof documentOutput>;
