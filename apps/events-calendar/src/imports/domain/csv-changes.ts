import { z } from 'zod';
import { accepted, problemsOf, refuse, refused, type Checked } from '../../events/domain/errors.js';
import {
  audiences,
  eventFormats,
  type EventKind,
  type OccurrenceChange,
  type OccurrenceException,
} from '../../events/domain/event.js';
import { whenFromIso } from '../../events/domain/read-when-iso.js';
import { writeWhenCells } from './csv-when.js';

const changeSchema = z.strictObject({
  original: z.string(),
  title: z.string().optional(),
  when: z.strictObject({ start: z.string(), end: z.string(), zone: z.string() }).optional(),
  format: z.enum(eventFormats).optional(),
  place: z
    .strictObject({
      name: z.string(),
      address: z.string().nullable(),
      coordinates: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
    })
    .nullable()
    .optional(),
  joining: z
    .strictObject({ url: z.string(), shownTo: z.enum(audiences) })
    .nullable()
    .optional(),
  description: z.string().optional(),
  cancelled: z.strictObject({ reason: z.string() }).optional(),
});

/** The occurrences with something of their own as JSON, which no cell could hold otherwise; '' when there are none. */
export function writeChanges(exceptions: readonly OccurrenceException[]): string {
  const changes = exceptions.flatMap((exception) => {
    if (exception.type === 'removed') return [];
    const { when, ...others } = exception.change;
    if (when === undefined) return [{ original: exception.original, ...others }];
    const { start, end } = writeWhenCells(when);
    return [{ original: exception.original, ...others, when: { start, end, zone: when.zone } }];
  });
  return changes.length === 0 ? '' : JSON.stringify(changes);
}

/** The removed occurrences: `2026-06-01T14:00; 2026-06-08T14:00`. */
export function writeRemoved(exceptions: readonly OccurrenceException[]): string {
  return exceptions.flatMap(({ type, original }) => (type === 'removed' ? [original] : [])).join('; ');
}

export function readRemoved(cell: string): OccurrenceException[] {
  const originals = cell.split(/[\s;,]+/u).filter((original) => original !== '');
  return originals.map((original) => ({ original, type: 'removed' }));
}

/** What {@link writeChanges} wrote. That it fits the event is for `validateDetails`. */
export function readChanges(cell: string, kind: EventKind): Checked<OccurrenceException[]> {
  if (cell.trim() === '') return accepted([]);
  const read = z.array(changeSchema).safeParse(parseJson(cell));
  if (!read.success) {
    return refuse(
      'recurrence.exceptions',
      'occurrence-unknown',
      'This is not what the export writes for dates that differ. Leave it as it was exported, or empty it.',
    );
  }
  const checks = read.data.map((change) => exceptionOf(change, kind));
  const problems = problemsOf(...checks);
  if (problems.length > 0) return refused(...problems);
  return accepted(checks.flatMap((check) => (check.ok ? [check.value] : [])));
}

function exceptionOf(
  { original, when, ...fields }: z.infer<typeof changeSchema>,
  kind: EventKind,
): Checked<OccurrenceException> {
  const change: OccurrenceChange = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  if (when === undefined) return accepted({ original, type: 'changed', change });
  const read = whenFromIso(when, kind, 'earlier', `recurrence.exceptions.${original}`);
  if (!read.ok) return read;
  if (read.value.type === 'month') {
    return refuse(
      `recurrence.exceptions.${original}`,
      'rule-needs-a-date',
      'A single date cannot be a month.',
    );
  }
  return accepted({ original, type: 'changed', change: { ...change, when: read.value } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
