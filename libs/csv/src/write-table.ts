import { stringify } from 'csv-stringify/sync';
import { guardCell } from './cells.js';

/**
 * A CSV file. It begins with a byte order mark, by which Excel knows UTF-8; nothing in it is taken for a formula. What reads
 * it again has to `unguardCell`.
 *
 * @param columns the names in the first row
 */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((cells) => cells.map(guardCell));
  // By itself csv-stringify would quote a CR LF only, and others end the row at a LF as well.
  return stringify([columns, ...guarded], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/u,
  });
}
