import { accepted, checkOptionalText, problemsOf, type Checked } from '#checks';
import {
  bareAddress,
  decodeText,
  inNaturalOrder,
  looksLikeMail,
  readMailLines,
  readTable,
  tidied,
  unguardCell,
} from '#csv';
import { checkDelegate, type DelegateInput } from '../../delegates/domain/delegate-details.js';
import { guessColumns } from './guess-columns.js';
import { readListHeader, type ListColumn } from './list-columns.js';
import type { DelegateList, ListedDelegate, ListLimits } from './delegate-list.js';
import { withDoubles } from './list-doubles.js';

/** As {@link readDelegateList}, of a file: in UTF-8, UTF-16 or Windows-1252, as Excel saves it. */
export function readDelegateFile(bytes: Uint8Array, limits: ListLimits): DelegateList {
  const decoded = decodeText(bytes, 'a CSV file');
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const list = readDelegateList(decoded.text, limits);
  return list.ok ? { ...list, notes: [...decoded.notes, ...list.notes] } : list;
}

/**
 * Delegates from a text that somebody pasted: rows of a spreadsheet, CSV with or without a row of headings, in any order and
 * by the names that people use, or the address lines of a mail. Every row is read, and says what is wrong with it.
 */
export function readDelegateList(text: string, limits: ListLimits): DelegateList {
  const read = readRows(text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/g, '\n'));
  if (!read.ok) return read;
  const { rows, notes } = read;
  if (rows.length === 0)
    return refused('There are no delegates in the list. Put each on a row of their own.');
  if (rows.length > limits.mostRows) return refused(tooMany(rows.length, limits.mostRows));
  return { ok: true, rows: withDoubles(rows.map(checked), limits.already ?? []), notes };
}

/** A row before anybody has looked whether it may be so. */
interface RawRow {
  readonly line: number;
  readonly cells: ReadonlyMap<ListColumn, string>;
  readonly problem: string | null;
}

type RawRows =
  | { readonly ok: true; readonly rows: readonly RawRow[]; readonly notes: readonly string[] }
  | Extract<DelegateList, { ok: false }>;

const refused = (...problems: readonly string[]) => ({ ok: false, problems }) as const;

const tooMany = (count: number, most: number): string =>
  `The list has ${count.toLocaleString('en-GB')} delegates, and at most ${most.toLocaleString('en-GB')} can be added. Leave some out, or add them in another booking.`;

/** What a list of delegates may have, blank rows and long answers counted in: more is not taken apart, as that takes its time. */
const longest = { characters: 1_000_000, lines: 5000 };

const tooLong = 'The list is far longer than any list of delegates. Leave out what is not about them.';

const isTooLong = (text: string): boolean =>
  text.length > longest.characters || (text.match(/\n/g)?.length ?? 0) > longest.lines;

function readRows(text: string): RawRows {
  if (isTooLong(text)) return refused(tooLong);
  const body = text.replace(/^(?:[^\S\t\n]*\n)+/u, '');
  if (body.trim() === '') return { ok: true, rows: [], notes: [] };
  const before = text.slice(0, text.length - body.length).split('\n').length - 1;
  // What comes from a spreadsheet has tabs, and may have more commas.
  const separator = /^[^\n]*\t/.test(body) ? 'sep=\t\n' : '';
  const table = readTable(separator + body, {
    mostRows: longest.lines,
    of: 'delegates',
    columns: 'name, email and so on',
  });
  const header = table.ok ? readListHeader(table.first) : null;
  if (header === null && looksLikeMail(body)) return { ok: true, rows: mailRows(body), notes: [] };
  if (!table.ok) {
    const { line, message } = table.problem;
    return refused(line === null ? message : `Row ${line + before}: ${message}`);
  }
  if (header === null) return unheaded([{ cells: table.first, line: 1 }, ...table.rows], before);
  const { positions, problems, notes, width } = header;
  if (problems.length > 0) return refused(...problems.map(({ message }) => message));
  if (!(['name', 'first name', 'surname'] as const).some((column) => positions.has(column))) {
    return refused('There is no column of names. Call it “Name”, or “First name” and “Surname”.');
  }
  return {
    ok: true,
    rows: table.rows.map(({ cells, line }) => ({
      line: line + before,
      cells: cellsAt(cells, positions),
      problem: cells.slice(width).some((cell) => cell.trim() !== '') ? tooWide : null,
    })),
    notes: notes.slice(0, mostNotes).map(({ message }) => message),
  };
}

/** Of more columns that nobody knows nobody wants to read. */
const mostNotes = 10;

const tooWide =
  'This row has more in it than the first row has columns. Look for a comma too many, and put what it stands in between quotation marks.';

/** What columns mean shows in the first rows. */
const mostGuessed = 200;

function unheaded(rows: readonly { cells: readonly string[]; line: number }[], before: number): RawRows {
  const { positions, leftOut } = guessColumns(rows.slice(0, mostGuessed).map(({ cells }) => cells));
  const inOrder = [...positions].sort(([, one], [, other]) => one - other).map(([column]) => column);
  return {
    ok: true,
    rows: rows.map(({ cells, line }) => ({
      line: line + before,
      cells: cellsAt(cells, positions),
      problem: null,
    })),
    notes: [
      ...(inOrder.length > 1
        ? [
            `The list has no row of headings, so we took its columns for ${inOrder.join(', ')}: check that they are.`,
          ]
        : []),
      ...(leftOut > 0
        ? [
            `${leftOut === 1 ? 'One column was' : `${leftOut} columns were`} left out. Put headings above the list to say what is in them.`,
          ]
        : []),
    ],
  };
}

/** Longer than anything that would be kept; a cell of megabytes is not looked at letter by letter. */
const longestCell = 5000;

const cellsAt = (cells: readonly string[], positions: ReadonlyMap<ListColumn, number>) =>
  new Map(
    [...positions].map(
      ([column, at]) => [column, unguardCell((cells[at] ?? '').slice(0, longestCell))] as const,
    ),
  );

const mailRows = (text: string): RawRow[] =>
  readMailLines(text).map(({ name, email }, index) => ({
    line: index + 1,
    cells: new Map<ListColumn, string>([
      ['name', name.slice(0, longestCell)],
      ['email', email.slice(0, longestCell)],
    ]),
    problem: null,
  }));

function checked({ line, cells, problem }: RawRow): ListedDelegate {
  const cell = (column: ListColumn): string => tidied(cells.get(column) ?? '');
  const parts = [cell('first name'), cell('surname')].filter((part) => part !== '').join(' ');
  const name = inNaturalOrder(cell('name')) || parts;
  const input: DelegateInput = {
    name: [cell('title'), name].filter((part) => part !== '').join(' '),
    email: bareAddress(cells.get('email') ?? ''),
    phone: cell('phone'),
    jobTitle: cell('job title'),
    badgeOrganisation: cell('organisation'),
  };
  // A title alone is no name.
  const details = checkDelegate(name === '' ? { ...input, name: '' } : input);
  const dietary = checkNeed(cell('dietary needs'), 'dietary');
  const access = checkNeed(cell('access needs'), 'access');
  const problems = [
    ...(problem === null ? [] : [{ field: '', code: 'too-many-cells', message: problem }]),
    ...problemsOf(details, dietary, access),
  ];
  const delegate =
    problems.length === 0 && details.ok && dietary.ok && access.ok
      ? { ...details.value, needs: { dietary: dietary.value, access: access.value } }
      : null;
  return { line, input, delegate, problems };
}

const nothing = /^(?:none|no|n\/?a|nil|nothing|-|–)\.?$/i;

/** What people write where they need nothing is not kept as a need. */
function checkNeed(text: string, field: string): Checked<string | null> {
  return nothing.test(text) ? accepted(null) : checkOptionalText(text, field, { longest: 1000 });
}
