import { stringify } from 'csv-stringify/sync';
import { guardCell } from './cells.js';

/** By this Excel knows that a file is in UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A CSV file. It begins with a byte order mark, by which Excel knows UTF-8; nothing in it is taken for a formula. What reads
 * it again has to `unguardCell`.
 *
 * @param columns the names in the first row
 */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return byteOrderMark + stringify([columns], form) + writeRows(rows);
}

/** Rows of a CSV file, to be put one after the other: as {@link writeTable} writes them, below its first. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(guardCell)),
    form,
  );
}

// By itself csv-stringify would quote a CR LF only, and others end the row at a LF as well.
const form = { record_delimiter: 'windows', quoted_match: /[\r\n]/u } as const;
