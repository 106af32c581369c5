import { importableOf } from '#imports';
import { instantOf } from '#platform';
import { importPath } from '../../imports/addresses.js';
import type { ImportRowEntity } from '../../imports/import-row.entity.js';
import type { CalendarImport } from '../../imports/import.entity.js';
import type { ImportOutput, ImportRowOutput } from '../schemas/imports.schema.js';

/** @param publicUrl the site's own address */
export function importJson(each: CalendarImport, publicUrl: string): ImportOutput {
  return {
    id: each.id,
    url: `${publicUrl}${importPath(each.id)}`,
    name: each.fileName,
    format: each.format,
    encoding: each.encoding,
    uploadedAt: instantOf(each.createdAt).toString(),
    uploadedBy: each.personName,
    state: each.state,
    rows: {
      new: each.newCount,
      changed: each.changedCount,
      unchanged: each.unchangedCount,
      problem: each.problemCount,
    },
    progress: { done: each.progress, total: importableOf(each) },
    notes: each.notes.map(({ line, column, message }) => ({ line, column, message })),
    result: each.result && { ...each.result },
  };
}

export function importRowJson(row: ImportRowEntity): ImportRowOutput {
  const { line, title, outcome, problems, notes, changes, eventRef, written } = row;
  return { line, title, outcome, problems, notes, changes, event: eventRef, written };
}
