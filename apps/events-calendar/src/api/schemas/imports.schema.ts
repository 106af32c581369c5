import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { audiences } from '../../events/domain/event.js';
import * as parts from './parts.schema.js';

/** What is taken where the file says nothing; the pages offer the same. */
export const uploadQuery = z.strictObject({
  name: z.string().default('file').meta({ description: 'What the file is called, for people.' }),
  kind: parts.kind.optional().meta({ description: 'Of events whose kind the file does not say.' }),
  format: parts.format.optional().meta({ description: 'The same for how people take part.' }),
  audience: z
    .enum(audiences)
    .exclude(['board'])
    .optional()
    .meta({ description: 'The same for whom they are for.' }),
  status: z.enum(['draft', 'published']).optional().meta({ description: 'The same for new events.' }),
});

export const confirmInput = z
  .strictObject({
    leaveOutProblems: z
      .boolean()
      .default(false)
      .meta({ description: 'Import the rows without problems, where others have some.' }),
  })
  .meta({ id: 'ImportConfirmation' });

const outcome = z.enum(['new', 'changed', 'unchanged', 'problem']);

export const rowsQuery = z.strictObject({
  outcome: outcome.optional().meta({ description: 'Only rows with this outcome.' }),
  ...paging,
});

const remark = z
  .strictObject({
    line: z
      .int()
      .nullable()
      .meta({ description: 'The row of a CSV file, as a spreadsheet counts, or the line.' }),
    column: z.string().nullable().meta({ description: 'The column, or the property of a calendar file.' }),
    message: z.string(),
  })
  .meta({ id: 'ImportRemark' });

const count = z.int().nonnegative();

export const importOutput = z
  .strictObject({
    id: z.uuid(),
    url: z.string().meta({ description: 'Its page.' }),
    name: z.string(),
    format: z.enum(['csv', 'ics']),
    encoding: z.enum(['UTF-8', 'UTF-16', 'Windows-1252', 'mixed']),
    uploadedAt: z.iso.datetime(),
    uploadedBy: z.string(),
    state: z.enum(['uploaded', 'confirmed', 'running', 'stopped', 'failed', 'done']).meta({
      description: '`stopped` and `failed`: nothing was written; confirm it again to try again.',
    }),
    rows: z.strictObject({ new: count, changed: count, unchanged: count, problem: count }),
    progress: z.strictObject({ done: count, total: count }),
    notes: z.array(remark).meta({ description: 'On the file as a whole.' }),
    result: z
      .strictObject({ added: count, changed: count, unchanged: count, meanwhile: count, leftOut: count })
      .nullable()
      .meta({ description: '`meanwhile`: events that somebody edited after the upload, left as they are.' }),
  })
  .meta({ id: 'Import', description: 'A file of events. It is deleted seven days after its upload.' });

export const importRow = z
  .strictObject({
    line: z.int(),
    title: z.string(),
    outcome: outcome.meta({ description: 'What the import would do.' }),
    problems: z.array(remark),
    notes: z.array(remark),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
    event: parts.ref.nullable().meta({ description: 'The event that the row speaks of, once there is one.' }),
    written: z.enum(['added', 'changed', 'unchanged', 'meanwhile']).nullable().meta({
      description: 'What became of it; `null` before the import is done, and where it was left out.',
    }),
  })
  .meta({ id: 'ImportRow' });

export const importRowsPage = pageOf(importRow).meta({ id: 'ImportRows' });

export type ImportOutput = z.output<typeof importOutput>;
export type ImportRowOutput = z.output<typeof importRow>;
