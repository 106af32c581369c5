import { accepted, checkPenceRange, dayFromIso, type Checked } from '#checks';
import { instantOf } from '#platform';
import type { CostRow } from '../../costs/cost.entity.js';
import type { CostInput } from '../../costs/domain/cost.js';
import type { DocumentRow } from '../../documents/document.entity.js';
import type { TaskInput } from '../../tasks/domain/task.js';
import type { TaskRow } from '../../tasks/task.entity.js';
import type { CostJsonInput, CostOutput, DocumentOutput, TaskJsonInput, TaskOutput } from './plans.schema.js';

export const taskJson = (row: TaskRow): TaskOutput => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  dueOn: row.dueOn,
  ownerName: row.ownerName,
  note: row.note,
  doneAt: row.doneAt === null ? null : instantOf(row.doneAt).toString(),
  doneBy: row.doneByName,
  version: row.version,
});

export const readTask = (sent: TaskJsonInput): TaskInput => ({
  ...sent,
  dueOn: dayFromIso(sent.dueOn, 'dueOn'),
});

export const costJson = (row: CostRow): CostOutput => ({
  id: row.id,
  category: row.category,
  description: row.description,
  budgetPence: row.budgetPence,
  actualPence: row.actualPence,
  paidOn: row.paidOn,
  version: row.version,
});

export const readCost = (sent: CostJsonInput): CostInput => ({
  ...sent,
  budgetPence: pence(sent.budgetPence, 'budgetPence', 'the budget'),
  actualPence: pence(sent.actualPence, 'actualPence', 'the cost'),
  paidOn: dayFromIso(sent.paidOn, 'paidOn'),
});

const pence = (amount: number | null, field: string, what: string): Checked<number | null> =>
  amount === null ? accepted(null) : checkPenceRange(amount, field, { what });

export const documentJson = (row: DocumentRow): DocumentOutput => ({
  id: row.id,
  name: row.name,
  note: row.note,
  mediaType: row.mediaType,
  size: row.size,
  uploadedAt: instantOf(row.uploadedAt).toString(),
  version: 1,
});
