import { decodeText, type Encoding, type FileProblem } from '#csv';
import type { ReadFile } from '#imports';
import type { ImportedRow } from '../domain/imported-row.js';
import { readOrganisations } from '../domain/read-organisations.js';

/** A file whose rows could be read, whatever is wrong with single ones. */
export interface ReadableFile {
  readonly encoding: Encoding;
  readonly rows: readonly ImportedRow[];
  readonly notes: readonly FileProblem[];
}

/** Reads a CSV file of organisations. */
export function readFile(bytes: Uint8Array): ReadFile<ReadableFile> {
  const decoded = decodeText(bytes, 'a CSV file');
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const { rows, problems, notes } = readOrganisations(decoded.text);
  if (problems.length > 0) {
    return {
      ok: false,
      problems: problems.map(({ line, message }) => (line === null ? message : `Row ${line}: ${message}`)),
    };
  }
  const ofFile = decoded.notes.map((message) => ({ line: null, column: null, message }));
  return { ok: true, file: { encoding: decoded.encoding, rows, notes: [...ofFile, ...notes] } };
}
