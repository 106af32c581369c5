import { checkText } from '#checks';
import { eventStatuses, type EventStatus } from '../../events/domain/event.js';
import { looksLikeRef } from '../../events/domain/ref.js';
import { longestReason, needsReason } from '../../events/domain/status.js';
import type { CsvColumn } from './csv-columns.js';

/** The text of a row's cell, trimmed; '' where the file has no such column. */
export type CellReader = (column: CsvColumn) => string;

/** What a row is called and how it stands. */
export interface Standing {
  readonly ref: string | null;
  readonly status: EventStatus;
  readonly statusReason: string | null;
  readonly replacedBy: string | null;
}

/** Problems are told to `add`. A reason belongs to what is postponed or cancelled; elsewhere it is passed over. */
export function readStanding(
  cell: CellReader,
  usual: EventStatus,
  add: (column: CsvColumn, message: string) => unknown,
): Standing {
  const written = cell('status').toLowerCase();
  const status = written === '' ? usual : eventStatuses.find((known) => known === written);
  if (status === undefined) {
    add('status', `Say how it stands. Choose one of: ${eventStatuses.join(', ')}.`);
  }
  const isOff = status !== undefined && needsReason(status);
  return {
    ref: readRef(cell, 'ref', add),
    status: status ?? usual,
    statusReason: isOff ? readReason(cell('reason'), add) : null,
    replacedBy: isOff ? readRef(cell, 'replaced_by', add) : null,
  };
}

function readReason(text: string, add: (column: CsvColumn, message: string) => unknown): string | null {
  const reason = checkText(text, 'reason', {
    longest: longestReason,
    missing: { code: 'reason-missing', message: 'Say why it is off; readers will see it.' },
  });
  if (reason.ok) return reason.value;
  for (const { message } of reason.problems) add('reason', message);
  return null;
}

function readRef(
  cell: CellReader,
  column: 'ref' | 'replaced_by',
  add: (column: CsvColumn, message: string) => unknown,
): string | null {
  const ref = cell(column);
  if (ref === '') return null;
  if (looksLikeRef(ref)) return ref;
  add(
    column,
    `“${ref}” is not an event’s name in addresses. Write it like 2027-annual-conference, or leave it out.`,
  );
  return null;
}
