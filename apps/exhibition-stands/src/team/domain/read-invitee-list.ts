import type { FieldProblem } from '#checks';
import {
  bareAddress,
  decodeText,
  inNaturalOrder,
  looksLikeMail,
  readHeader,
  readMailLines,
  readTable,
  tidied,
  unguardCell,
} from '#csv';
import { checkInvitee, mostInvited, type Invitee } from './invitee.js';

/** Somebody as a list has them. */
export interface ListedInvitee {
  /** Its row, where the first is 1; of people from a mail, which of them it is. */
  readonly line: number;
  /** `null` where there are problems. */
  readonly invitee: Invitee | null;
  readonly problems: readonly FieldProblem[];
}

export type InviteeList =
  | { readonly ok: true; readonly rows: readonly ListedInvitee[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const columns = ['name', 'first name', 'surname', 'email', 'organisation'] as const;

type Column = (typeof columns)[number];

const alsoCalled: Readonly<Record<string, Column>> = {
  fullname: 'name',
  person: 'name',
  volunteer: 'name',
  who: 'name',
  firstname: 'first name',
  forename: 'first name',
  givenname: 'first name',
  lastname: 'surname',
  familyname: 'surname',
  emailaddress: 'email',
  mail: 'email',
  address: 'email',
  organization: 'organisation',
  organisationname: 'organisation',
  council: 'organisation',
  company: 'organisation',
  employer: 'organisation',
};

/** More than any list of people to invite has. */
const longest = { characters: 1_000_000, cell: 5000 };

/** As {@link readInviteeList}, of a file: in UTF-8, UTF-16 or Windows-1252, as Excel saves it. */
export function readInviteeFile(bytes: Uint8Array): InviteeList {
  const decoded = decodeText(bytes, 'a CSV file');
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const list = readInviteeList(decoded.text);
  return list.ok ? { ...list, notes: [...decoded.notes, ...list.notes] } : list;
}

/**
 * People from a text that somebody pasted: rows of a spreadsheet or CSV, with a row of headings or without, or the address
 * lines of a mail. Who is in it twice, by their address, counts once.
 */
export function readInviteeList(text: string): InviteeList {
  if (text.length > longest.characters) {
    return refused(
      'The list is far longer than any list of people to invite. Leave out what is not about them.',
    );
  }
  const body = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\t\n]*\n)+/u, '');
  if (body.trim() === '')
    return refused('There is nobody in the list. Put each person on a row of their own.');
  const read = looksLikeMail(body) ? mailRows(body) : tableRows(body);
  if (!read.ok) return read;
  const rows = oncePerAddress(read.rows.map(checked));
  if (rows.length === 0)
    return refused('There is nobody in the list. Put each person on a row of their own.');
  if (rows.length > mostInvited) {
    const number = rows.length.toLocaleString('en-GB');
    return refused(`The list has ${number} people. Invite ${mostInvited} or fewer at once.`);
  }
  return { ok: true, rows, notes: read.notes };
}

interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

type RawRows =
  | { readonly ok: true; readonly rows: readonly RawRow[]; readonly notes: readonly string[] }
  | Extract<InviteeList, { ok: false }>;

const refused = (...problems: readonly string[]) => ({ ok: false, problems }) as const;

const mailRows = (text: string): RawRows => ({
  ok: true,
  rows: readMailLines(text).map(({ name, email }, index) => ({ line: index + 1, cells: { name, email } })),
  notes: [],
});

function tableRows(body: string): RawRows {
  const separator = /^[^\n]*\t/.test(body) ? 'sep=\t\n' : '';
  const table = readTable(separator + body, {
    mostRows: 5000,
    of: 'people',
    columns: 'name, email and so on',
  });
  if (!table.ok) {
    const { line, message } = table.problem;
    return refused(line === null ? message : `Row ${line}: ${message}`);
  }
  const all = [{ cells: table.first, line: 1 }, ...table.rows];
  const isHeaded = !table.first.some((cell) => cell.includes('@'));
  const header = readHeader(isHeaded ? table.first : [], {
    known: columns,
    needed: [],
    alsoCalled,
    owner: 'A list of people',
  });
  if (header.positions.size === 0) return { ok: true, rows: all.map(unheaded), notes: [] };
  if (header.problems.length > 0) return refused(...header.problems.map(({ message }) => message));
  return {
    ok: true,
    rows: table.rows.map(({ cells, line }) => ({
      line,
      cells: Object.fromEntries([...header.positions].map(([column, at]) => [column, cells[at] ?? ''])),
    })),
    notes: header.notes.slice(0, 5).map(({ message }) => message),
  };
}

/** The address shows what it is; of the rest the name comes first, then the organisation. */
function unheaded({ cells, line }: { cells: readonly string[]; line: number }): RawRow {
  const email = cells.find((cell) => cell.includes('@')) ?? '';
  const [name = '', organisation = ''] = cells.filter((cell) => cell !== email && cell.trim() !== '');
  return { line, cells: { name, email, organisation } };
}

function checked({ line, cells }: RawRow): ListedInvitee {
  const cell = (column: Column): string => unguardCell((cells[column] ?? '').slice(0, longest.cell));
  const parts = [cell('first name'), cell('surname')].map(tidied).filter((part) => part !== '');
  const check = checkInvitee({
    name: inNaturalOrder(tidied(cell('name'))) || parts.join(' '),
    email: bareAddress(cell('email')),
    organisationName: tidied(cell('organisation')),
  });
  return check.ok
    ? { line, invitee: check.value, problems: [] }
    : { line, invitee: null, problems: check.problems };
}

function oncePerAddress(rows: readonly ListedInvitee[]): readonly ListedInvitee[] {
  const seen = new Set<string>();
  return rows.filter(({ invitee }) => {
    const address = invitee?.email.toLowerCase();
    if (address === undefined) return true;
    const isNew = !seen.has(address);
    seen.add(address);
    return isNew;
  });
}
