import { CsvError, parse } from 'csv-parse/sync';
import { readHeader, type CsvColumn } from './csv-columns.js';
import { readCsvRow } from './csv-row.js';
import {
  mostRows,
  tooManyRows,
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
 * a row for each event. Separated by commas, semicolons or tabs, whichever the first row has most of.
 */
export function readCsv(text: string, defaults: ImportDefaults): CsvFile {
  const { body, separator } = separatorOf(text.replace(/^\uFEFF/u, ''));
  const records = parseRecords(body, separator);
  if ('problems' in records) return records;
  const [first, ...rest] = records;
  if (first === undefined || isBlank(first)) {
    return unreadableFile(
      'The first row is empty. It must name the columns: title, start, end and so on.',
      1,
    );
  }
  const header = readHeader(first);
  if (header.problems.length > 0) return { rows: [], problems: header.problems, notes: header.notes };
  // The header is row 1 of a spreadsheet; blank rows count as well.
  const filled = rest
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => !isBlank(cells));
  if (filled.length === 0) return unreadableFile('There are no events below the first row.');
  if (filled.length > mostRows) return tooManyRows(filled.length);
  const rows = filled.map(({ cells, line }) => readCsvRow(cells, line, header, defaults));
  return {
    rows: withDoubles(rows),
    problems: [],
    notes: header.notes,
    columns: [...header.positions.keys()],
  };
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Excel may say it in a line before the first: `sep=;`. */
function separatorOf(text: string): { body: string; separator: string } {
  const [said, separator] = /^sep=(.)\r?\n/iu.exec(text) ?? [];
  if (said !== undefined && separator !== undefined) return { body: text.slice(said.length), separator };
  const [head = ''] = text.replaceAll(/"[^"]*"/gu, '').split(/[\r\n]/u, 1);
  const counts = [',', ';', '\t'].map((candidate) => ({
    candidate,
    count: head.split(candidate).length,
  }));
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  return { body: text, separator: most?.candidate ?? ',' };
}

function parseRecords(text: string, delimiter: string): string[][] | ImportFile {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadableFile(
      'A text begins with a quotation mark and does not end with one. Look for a quotation mark too many.',
      lineOf(error),
    );
  }
}

/** The row in which csv-parse was when it gave up. */
function lineOf(error: CsvError): number | null {
  const records: unknown = 'records' in error ? error.records : undefined;
  return typeof records === 'number' ? records + 1 : null;
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
