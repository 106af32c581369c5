import type { Temporal } from 'temporal-polyfill';
import type { FileProblem } from '#csv';
import { diff, revise, type FieldChange } from '../../events/domain/changes.js';
import { accepted, type Checked, type FieldProblem } from '../../events/domain/errors.js';
import type { CalendarEvent, EventDetails, EventStatus } from '../../events/domain/event.js';
import { editAll } from '../../events/domain/series-edit.js';
import { allowedMoves, explain, move, needsReason } from '../../events/domain/status.js';
import type { ImportRow } from '../domain/import-row.js';
import { fillSilence, type SilentField } from './silent-on.js';

export type FileFormat = 'csv' | 'ics';

/** What an import makes of one row. */
export type Plan =
  | { readonly outcome: 'new'; readonly event: UnnamedEvent }
  | {
      readonly outcome: 'changed';
      readonly before: CalendarEvent;
      readonly after: CalendarEvent;
      readonly changes: readonly FieldChange[];
    }
  | { readonly outcome: 'unchanged'; readonly event: CalendarEvent }
  | { readonly outcome: 'problem'; readonly problems: readonly FileProblem[] };

/** A new event, with the names that its file gives it. */
export type UnnamedEvent = Omit<CalendarEvent, 'id' | 'ref' | 'uid'> & {
  readonly ref: string | null;
  readonly uid: string | null;
};

/** What the rows of a file have in common. */
export interface FileTraits {
  readonly format: FileFormat;
  /** What an event that there is already keeps, as the file says nothing of it. */
  readonly silentOn: readonly SilentField[];
}

/** @param existing the event that the row speaks of, if there is one already */
export function planRow(
  row: ImportRow,
  existing: CalendarEvent | null,
  file: FileTraits,
  now: Temporal.Instant,
): Plan {
  if (row.details === null || row.problems.length > 0) return { outcome: 'problem', problems: row.problems };
  const planned =
    existing === null ? planNew(row, row.details, now) : planChange(row, row.details, existing, file, now);
  if (planned.ok) return planned.value;
  return {
    outcome: 'problem',
    problems: planned.problems.map((problem) => asRowProblem(problem, row, file.format)),
  };
}

function planNew(row: ImportRow, details: EventDetails, now: Temporal.Instant): Checked<Plan> {
  const draft: CalendarEvent = {
    ...details,
    id: '',
    ref: row.ref ?? '',
    uid: row.uid ?? '',
    status: 'draft',
    statusReason: null,
    replacedBy: null,
    sequence: 0,
    version: 1,
    createdAt: now,
    changedAt: now,
  };
  const moved = withStatusOf(draft, row, now);
  if (!moved.ok) return moved;
  const { ref, uid } = row;
  return accepted({ outcome: 'new', event: { ...moved.value, ref, uid, sequence: 0, version: 1 } });
}

function planChange(
  row: ImportRow,
  details: EventDetails,
  existing: CalendarEvent,
  { silentOn }: FileTraits,
  now: Temporal.Instant,
): Checked<Plan> {
  const revised = withDetails(existing, fillSilence(details, existing, silentOn), silentOn, now);
  if (!revised.ok) return revised;
  const saysStatus = needsReason(row.status) || !silentOn.includes('status');
  const moved = saysStatus ? withStatusOf(revised.value, row, now) : revised;
  if (!moved.ok) return moved;
  if (moved.value.version === existing.version) return accepted({ outcome: 'unchanged', event: existing });
  const after = {
    ...moved.value,
    // New details and a new status are one change of the event.
    version: existing.version + 1,
    sequence: Math.min(moved.value.sequence, existing.sequence + 1),
  };
  return accepted({ outcome: 'changed', before: existing, after, changes: diff(existing, after) });
}

/** An event that repeats, moved by a file that says nothing of repeating, takes its rule and its exceptions along. */
function withDetails(
  existing: CalendarEvent,
  details: EventDetails,
  silentOn: readonly SilentField[],
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  if (existing.recurrence === null || !silentOn.includes('recurrence')) {
    return accepted(revise(existing, details, now));
  }
  const edited = editAll(existing, details, now);
  return edited.ok ? accepted(edited.value.event) : edited;
}

/**
 * The event with the row's status, by the rules. A file that says “draft” of an event that is published already takes
 * nothing back: it is what a file says that knows nothing of statuses.
 */
function withStatusOf(event: CalendarEvent, row: ImportRow, now: Temporal.Instant): Checked<CalendarEvent> {
  const explanation = { reason: row.statusReason ?? '', replacedBy: row.replacedBy };
  if (row.status === 'draft') return accepted(event);
  if (row.status === event.status) {
    const says = needsReason(row.status) && row.statusReason !== null;
    return says ? explain(event, explanation, now) : accepted(event);
  }
  let moved: Checked<CalendarEvent> = accepted(event);
  for (const step of stepsTo(event.status, row.status)) {
    if (!moved.ok) return moved;
    moved = move(moved.value, step, explanation, now);
  }
  return moved;
}

/** Whatever cannot be reached at once is reached by publishing first. */
const stepsTo = (from: EventStatus, to: EventStatus): readonly EventStatus[] =>
  allowedMoves(from).includes(to) ? [to] : ['published', to];

const statusColumns: Readonly<Record<FileFormat, Readonly<Record<string, string>>>> = {
  csv: { status: 'status', reason: 'reason', replacedBy: 'replaced_by' },
  ics: { status: 'STATUS', reason: 'STATUS' },
};

const asRowProblem = ({ field, message }: FieldProblem, row: ImportRow, format: FileFormat): FileProblem => ({
  line: row.line,
  column: statusColumns[format][field] ?? null,
  message,
});
