import { joinWords, readTable, splitWords, type FileProblem, type TableRow } from '#csv';
import { categories, statuses } from '../../domain/organisation.js';
import { cleanCell, tidyLine } from './clean-cell.js';
import { mostRows, type ImportedFile, type ImportedRow } from './imported-row.js';
import {
  readOrganisationHeader,
  type OrganisationColumn,
  type OrganisationHeader,
} from './organisation-columns.js';
import { hasMonthFirst, readDate, type MonthFirst } from './read-date.js';
import { readCategory, readPercent, readStatus, readYesNo } from './read-words.js';

const dateColumns = ['joined', 'left', 'discount_ends'] as const satisfies readonly OrganisationColumn[];

/**
 * The organisations of a CSV file: a row that names the columns (see `organisationColumns`; only `name` must be there), then
 * a row for each.
 */
export function readOrganisations(text: string): ImportedFile {
  const table = readTable(text, { mostRows, of: 'organisations', columns: 'name, category, kind and so on' });
  if (!table.ok) return unreadable(table.problem);
  const header = readOrganisationHeader(table.first.map(cleanCell));
  if (header.problems.length > 0) return { rows: [], problems: header.problems, notes: header.notes };
  if (table.rows.length === 0) {
    return unreadable({
      line: null,
      column: null,
      message: 'There are no organisations below the first row.',
    });
  }
  const monthFirst = rowWithMonthFirst(table.rows, header);
  const rows = table.rows.map((row) => readRow(row, header, monthFirst));
  return { rows, problems: [], notes: header.notes };
}

const unreadable = (problem: FileProblem): ImportedFile => ({ rows: [], problems: [problem], notes: [] });

/** The first row that shows that dates in numbers have the month first. */
function rowWithMonthFirst(rows: readonly TableRow[], header: OrganisationHeader): MonthFirst {
  const positions = dateColumns.flatMap((column) => header.positions.get(column) ?? []);
  const found = rows.find(({ cells }) =>
    positions.some((position) => hasMonthFirst(cleanCell(cells[position] ?? ''))),
  );
  return found?.line ?? null;
}

function readRow({ cells, line }: TableRow, header: OrganisationHeader, monthFirst: MonthFirst): ImportedRow {
  const problems: FileProblem[] = [];
  const notes: FileProblem[] = [];
  if (cells.slice(header.width).some((extra) => extra.trim() !== '')) {
    problems.push({
      line,
      column: null,
      message:
        'The row has more cells than the first row. Put texts with a comma in them between quotation marks.',
    });
  }
  const read: [OrganisationColumn, string][] = [];
  for (const [column, position] of header.positions) {
    const text = cleanCell(cells[position] ?? '');
    const cell = text === '' ? as('') : readCell(column, text, monthFirst);
    if ('problem' in cell) problems.push({ line, column, message: cell.problem });
    if ('note' in cell) notes.push({ line, column, message: cell.note });
    read.push([column, cell.text]);
  }
  return { line, cells: Object.fromEntries(read), problems, notes };
}

/** A cell's text, or as it was written with what is wrong with it. */
type ReadCell =
  | { readonly text: string }
  | { readonly text: string; readonly note: string }
  | { readonly text: string; readonly problem: string };

const as = (text: string): ReadCell => ({ text });
const orProblem = (text: string, read: string | null, problem: string): ReadCell =>
  read === null ? { text, problem } : as(read);

function readCell(column: OrganisationColumn, text: string, monthFirst: MonthFirst): ReadCell {
  switch (column) {
    case 'category':
      return orProblem(
        text,
        readCategory(text),
        `“${text}” is none of the categories. Choose one of: ${categories.join(', ')}.`,
      );
    case 'status':
      return orProblem(
        text,
        readStatus(text),
        `“${text}” is none of the statuses. Choose one of: ${statuses.join(', ')}.`,
      );
    case 'joined':
    case 'left':
    case 'discount_ends':
      return readDateCell(text, monthFirst);
    case 'discount_percent': {
      const percent = readPercent(text);
      return as(percent === null ? text : String(percent));
    }
    case 'purchase_order_required': {
      const said = readYesNo(text);
      return said === null
        ? { text, problem: `“${text}” is neither yes nor no. Write one of them.` }
        : as(said ? 'yes' : 'no');
    }
    case 'domains':
      return as(joinWords(text.split(/[\s;,]+/u).filter((domain) => domain !== '')));
    case 'billing_address':
    case 'notes':
    case 'reason':
      return as(text);
    default:
      return as(tidyLine(text));
  }
}

function readDateCell(text: string, monthFirst: MonthFirst): ReadCell {
  const read = readDate(text, monthFirst);
  if (!read.ok) return { text, problem: read.message };
  return read.isReordered
    ? { text: read.date, note: `“${text}” was read as ${read.date}: the day first, then the month.` }
    : as(read.date);
}

/** The domains of a tidied cell. */
export const domainsIn = (cell: string): string[] => splitWords(cell);
