import { type Encoding, decodeText } from '#csv';
import type { ReadFile } from '#imports';
import type { ImportDefaults, ImportFile, ImportRow } from '../domain/import-row.js';
import { readCsv } from '../domain/read-csv.js';
import { readIcs } from '../domain/read-ics.js';
import type { FileTraits } from '../planning/plan-row.js';
import { csvIsSilentOn, icsIsSilentOn } from '../planning/silent-on.js';
import { storeDetails, type StoredDetails } from './stored-details.js';

/** A row of a file, as it can be kept and handed from thread to thread. */
export type StoredRow = Omit<ImportRow, 'details'> & { readonly details: StoredDetails | null };

/** A file whose rows could be read, whatever is wrong with single ones. */
export interface ReadableFile extends FileTraits {
  readonly encoding: Encoding;
  readonly rows: readonly StoredRow[];
  readonly notes: ImportFile['notes'];
}

/** Reads a file of either format: what is in it tells, not what it is called. */
export function readFile(bytes: Uint8Array, defaults: ImportDefaults): ReadFile<ReadableFile> {
  const decoded = decodeText(bytes, 'a CSV file or a calendar file (.ics)');
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const { text, encoding } = decoded;
  const { read, traits } = /^\s*BEGIN:VCALENDAR/i.test(text)
    ? asCalendar(text, defaults)
    : asCsv(text, defaults);
  if (read.problems.length > 0) {
    return { ok: false, problems: read.problems.map(({ line, message }) => atLine(line, message)) };
  }
  const rows = read.rows.map((row) => ({ ...row, details: row.details && storeDetails(row.details) }));
  const notes = decoded.notes.map((message) => ({ line: null, column: null, message }));
  return { ok: true, file: { ...traits, encoding, rows, notes: [...notes, ...read.notes] } };
}

interface Reading {
  readonly read: ImportFile;
  readonly traits: FileTraits;
}

const asCalendar = (text: string, defaults: ImportDefaults): Reading => ({
  read: readIcs(text, defaults),
  traits: { format: 'ics', silentOn: icsIsSilentOn },
});

function asCsv(text: string, defaults: ImportDefaults): Reading {
  const read = readCsv(text, defaults);
  return { read, traits: { format: 'csv', silentOn: csvIsSilentOn(read.columns ?? []) } };
}

const atLine = (line: number | null, message: string): string =>
  line === null ? message : `Row ${line}: ${message}`;
