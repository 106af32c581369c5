import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { inTurns } from '#imports';
import type { ThingSource } from '../../shown/domain/shown-thing.js';
import { sourceWords } from '../../shown/domain/source-words.js';
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
    const source = event === null ? null : existing.shownBy(event);
    if (source !== null && plan.outcome === 'changed') return { row, plan: fromElsewhere(row, source) };
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

function fromElsewhere({ line }: ImportRow, source: ThingSource): Plan {
  const { service, thing } = sourceWords[source];
  const message = `This event comes from ${service}. Change the ${thing} there, and leave this row out.`;
  return { outcome: 'problem', problems: [{ line, column: null, message }] };
}

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
