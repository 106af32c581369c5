import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { inTurns } from '#imports';
import type { ImportRow } from '../domain/import-row.js';
import { ExistingEvents } from './existing-events.js';
import { planRow, type FileFormat, type FileTraits, type Plan } from './plan-row.js';

export interface PlannedRow {
  readonly row: ImportRow;
  readonly plan: Plan;
}

export interface PlanOptions {
  readonly file: FileTraits;
  readonly now: Temporal.Instant;
  /** Whether to keep the events that there are from being changed until the transaction ends. */
  readonly lock?: boolean;
}

/** What an import of these rows does, compared with what there is. */
export async function planRows(
  manager: EntityManager,
  rows: readonly ImportRow[],
  { file, now, lock = false }: PlanOptions,
): Promise<PlannedRow[]> {
  const existing = await ExistingEvents.load(manager, rows, lock);
  const refs = new Set(rows.flatMap(({ ref, problems }) => (problems.length > 0 ? [] : (ref ?? []))));
  const replacements = await knownRefs(manager, rows);
  const planned = new Map<string, ImportRow>();
  return inTurns(rows, (row) => {
    const event = existing.of(row);
    const plan = planRow(row, event, file, now);
    if (plan.outcome === 'problem') return { row, plan };
    const name = event?.id ?? row.ref ?? row.uid;
    const other = name === null ? undefined : planned.get(name);
    if (other !== undefined) return { row, plan: doubled(row, other) };
    if (name !== null) planned.set(name, row);
    if (event !== null && plan.outcome === 'changed' && existing.isOfConference(event)) {
      return { row, plan: ofConference(row) };
    }
    const { replacedBy } = row;
    if (replacedBy !== null && !refs.has(replacedBy) && !replacements.has(replacedBy)) {
      return { row, plan: unknownReplacement(row, replacedBy, file.format) };
    }
    return { row, plan };
  });
}

async function knownRefs(manager: EntityManager, rows: readonly ImportRow[]): Promise<ReadonlySet<string>> {
  const asked = rows.flatMap(({ replacedBy }) => replacedBy ?? []);
  if (asked.length === 0) return new Set();
  const found: { ref: string }[] = await manager.query('SELECT ref FROM events WHERE ref = ANY($1)', [asked]);
  return new Set(found.map(({ ref }) => ref));
}

const doubled = (row: ImportRow, other: ImportRow): Plan => ({
  outcome: 'problem',
  problems: [
    {
      line: row.line,
      column: null,
      message: `This is the same event as the one on row ${other.line}. Keep one of them.`,
    },
  ],
});

const ofConference = (row: ImportRow): Plan => ({
  outcome: 'problem',
  problems: [
    {
      line: row.line,
      column: null,
      message:
        'This event comes from conference registration. Change the conference there, and leave this row out.',
    },
  ],
});

const unknownReplacement = (row: ImportRow, ref: string, format: FileFormat): Plan => ({
  outcome: 'problem',
  problems: [
    {
      line: row.line,
      column: format === 'csv' ? 'replaced_by' : null,
      message: `There is no event called “${ref}”, neither in the calendar nor in this file. Copy its name from its address.`,
    },
  ],
});
