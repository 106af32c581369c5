import { unprocessable } from '#platform';
import { decodeText, type Encoding } from './domain/decode-text.js';
import type { ImportDefaults, ImportFile } from './domain/import-row.js';
import { readCsv } from './domain/read-csv.js';
import { readIcs } from './domain/read-ics.js';
import type { FileTraits } from './planning/plan-row.js';
import { csvIsSilentOn, icsIsSilentOn } from './planning/silent-on.js';

export interface ReadFile extends ImportFile, FileTraits {
  readonly encoding: Encoding;
}

/**
 * A file's rows, whatever of the two formats it has: what is in it tells, not what it is called.
 *
 * @throws Problem 422 at the field `file` where no row can be read at all
 */
export function readFile(bytes: Uint8Array, defaults: ImportDefaults): ReadFile {
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw unreadable(decoded.problem);
  const { text, encoding } = decoded;
  const { file, traits } = /^\s*BEGIN:VCALENDAR/i.test(text)
    ? asCalendar(text, defaults)
    : asCsv(text, defaults);
  if (file.problems.length > 0) {
    throw unreadable(...file.problems.map(({ line, message }) => atLine(line, message)));
  }
  const notes = decoded.notes.map((message) => ({ line: null, column: null, message }));
  return { ...file, ...traits, notes: [...notes, ...file.notes], encoding };
}

interface Reading {
  readonly file: ImportFile;
  readonly traits: FileTraits;
}

const asCalendar = (text: string, defaults: ImportDefaults): Reading => ({
  file: readIcs(text, defaults),
  traits: { format: 'ics', silentOn: icsIsSilentOn },
});

function asCsv(text: string, defaults: ImportDefaults): Reading {
  const file = readCsv(text, defaults);
  return { file, traits: { format: 'csv', silentOn: csvIsSilentOn(file.columns ?? []) } };
}

const atLine = (line: number | null, message: string): string =>
  line === null ? message : `Row ${line}: ${message}`;

const unreadable = (...messages: readonly string[]) =>
  unprocessable(messages.map((message) => ({ field: 'file', code: 'file-unreadable', message })));
