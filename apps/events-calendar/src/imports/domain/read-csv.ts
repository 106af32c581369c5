import { readTable } from '#csv';
import { readCsvHeader, type CsvColumn } from './csv-columns.js';
import { readCsvRow } from './csv-row.js';
import {
  mostRows,
  unreadableFile,
  type ImportDefaults,
  type ImportFile,
  type ImportRow,
} from './import-row.js';

export interface CsvFile extends ImportFile {
  /** The columns that the file has: of all others it says nothing. Left out where it cannot be read. */
  readonly columns?: readonly CsvColumn[];
}

/**
 * The events of a CSV file: a row that names the columns (see `csvColumns`; only `title` and `start` must be there), then
 * a row for each event.
 */
export function readCsv(text: string, defaults: ImportDefaults): CsvFile {
  const table = readTable(text, { mostRows, of: 'events', columns: 'title, start, end and so on' });
  if (!table.ok) return { rows: [], problems: [table.problem], notes: [] };
  const header = readCsvHeader(table.first);
  if (header.problems.length > 0) return { rows: [], problems: header.problems, notes: header.notes };
  if (table.rows.length === 0) return unreadableFile('There are no events below the first row.');
  const rows = table.rows.map(({ cells, line }) => readCsvRow(cells, line, header, defaults));
  return {
    rows: withDoubles(rows),
    problems: [],
    notes: header.notes,
    columns: [...header.positions.keys()],
  };
}

/** One event stands in a file once. */
function withDoubles(rows: readonly ImportRow[]): ImportRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const name = row.ref ?? row.uid ?? '';
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, row.line);
      return row;
    }
    const problem =
      row.ref === null
        ? {
            column: 'title',
            message: `This is the same event as in row ${other}: its title and start are the same.`,
          }
        : {
            column: 'ref',
            message: `Row ${other} is called ${row.ref} too. Give each event a name of its own.`,
          };
    return { ...row, details: null, problems: [...row.problems, { line: row.line, ...problem }] };
  });
}
