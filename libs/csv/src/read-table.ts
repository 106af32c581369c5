import { CsvError, parse } from 'csv-parse/sync';
import type { FileProblem } from './problem.js';

/** A row of a file below its first. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Its number in a spreadsheet, where the first row of the file is 1 and blank rows count as well. */
  readonly line: number;
}

/** A file's first row and the others, or why there are none. */
export type Table =
  | { readonly ok: true; readonly first: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly problem: FileProblem };

export interface TableLimits {
  /** More rows than this are refused. */
  readonly mostRows: number;
  /** What stands in the rows: "events". */
  readonly of: string;
  /** What the first row must name: "title, start, end and so on". */
  readonly columns: string;
}

/**
 * The rows of a CSV file, without blank ones. Separated by commas, semicolons or tabs, whichever the first row has most of;
 * quoted as RFC 4180 says, with line ends of any kind.
 */
export function readTable(text: string, { mostRows, of, columns }: TableLimits): Table {
  const { body, separator } = separatorOf(text.replace(/^\uFEFF/u, ''));
  const records = parseRecords(body, separator);
  if ('message' in records) return { ok: false, problem: records };
  const [first, ...rest] = records;
  if (first === undefined || isBlank(first)) {
    return unreadable(`The first row is empty. It must name the columns: ${columns}.`, 1);
  }
  const rows = rest
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => !isBlank(cells));
  if (rows.length > mostRows) return { ok: false, problem: tooManyRows(rows.length, mostRows, of) };
  return { ok: true, first, rows };
}

/** @param of what the file has too many of: "events" */
export const tooManyRows = (count: number, most: number, of: string): FileProblem => ({
  line: null,
  column: null,
  message: `The file has ${count.toLocaleString('en-GB')} ${of}. Split it into files of at most ${most.toLocaleString('en-GB')}.`,
});

const unreadable = (message: string, line: number | null): Table => ({
  ok: false,
  problem: { line, column: null, message },
});

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

function parseRecords(text: string, delimiter: string): string[][] | FileProblem {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      line: lineOf(error),
      column: null,
      message:
        'A text begins with a quotation mark and does not end with one. Look for a quotation mark too many.',
    };
  }
}

/** The row in which csv-parse was when it gave up. */
function lineOf(error: CsvError): number | null {
  const records: unknown = 'records' in error ? error.records : undefined;
  return typeof records === 'number' ? records + 1 : null;
}
