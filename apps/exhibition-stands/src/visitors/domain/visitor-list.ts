import { Temporal } from 'temporal-polyfill';
import { bareAddress, decodeText, inNaturalOrder, readHeader, readTable, tidied, unguardCell } from '#csv';
import { checkVisitor, type VisitorDetails } from './visitor.js';

/** More rows than these are not taken at once. */
export const mostVisitors = 10_000;

/** A row that can be written; without details it is only that somebody came. */
export interface ListedVisitor {
  /** ISO instant. */
  readonly at: string;
  readonly details: VisitorDetails | null;
}

/** What somebody who looks at a list is told before it is written. */
export interface ListSummary {
  readonly rows: number;
  readonly agreed: number;
  readonly anonymous: number;
  /** Lines with an address that another line of the list has. */
  readonly twice: readonly number[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly consentWords: string;
}

export type ReadVisitorList =
  | { readonly ok: true; readonly rows: readonly ListedVisitor[]; readonly summary: ListSummary }
  | { readonly ok: false; readonly problem: string };

const columns = [
  'name',
  'first name',
  'surname',
  'email',
  'organisation',
  'interests',
  'consent',
  'when',
] as const;

type Column = (typeof columns)[number];

const alsoCalled: Readonly<Record<string, Column>> = {
  fullname: 'name',
  visitor: 'name',
  firstname: 'first name',
  forename: 'first name',
  lastname: 'surname',
  emailaddress: 'email',
  mail: 'email',
  organization: 'organisation',
  council: 'organisation',
  interest: 'interests',
  interestedin: 'interests',
  agreed: 'consent',
  optin: 'consent',
  date: 'when',
  time: 'when',
};

const yes = /^(?:y|yes|true|1|x|agreed|✓)$/i;

/** Longer than anything that would be kept. */
const longestCell = 5000;

export interface ListReading {
  /** IANA zone in which days and times of the list are meant. */
  readonly zone: string;
  /** When somebody came of whom the list does not say it. */
  readonly usually: Temporal.Instant;
  /** What those were shown who agreed. */
  readonly consentWords: string;
}

/** Visitors from a CSV file, in UTF-8, UTF-16 or Windows-1252. Every row is read; those that cannot be are told of. */
export function readVisitorList(bytes: Uint8Array, reading: ListReading): ReadVisitorList {
  const decoded = decodeText(bytes, 'a CSV file');
  if (!decoded.ok) return { ok: false, problem: decoded.problem };
  const table = readTable(decoded.text, {
    mostRows: mostVisitors,
    of: 'visitors',
    columns: 'name, email, consent and so on',
  });
  if (!table.ok) {
    const { line, message } = table.problem;
    return { ok: false, problem: line === null ? message : `Row ${line}: ${message}` };
  }
  const header = readHeader(table.first, {
    known: columns,
    needed: ['email', 'consent'],
    alsoCalled,
    owner: 'A list of visitors',
  });
  if (header.problems.length > 0) {
    return { ok: false, problem: header.problems.map(({ message }) => message).join(' ') };
  }
  const rows: ListedVisitor[] = [];
  const problems: { line: number; message: string }[] = [];
  const twice: number[] = [];
  const seen = new Set<string>();
  for (const { cells, line } of table.rows) {
    const cell = (column: Column): string => {
      const at = header.positions.get(column);
      return at === undefined ? '' : tidied(unguardCell((cells[at] ?? '').slice(0, longestCell)));
    };
    const read = readRow(cell, reading);
    if (!read.ok) {
      problems.push({ line, message: read.message });
      continue;
    }
    const address = read.row.details?.email.toLowerCase();
    if (address !== undefined && seen.has(address)) {
      twice.push(line);
      continue;
    }
    if (address !== undefined) seen.add(address);
    rows.push(read.row);
  }
  if (table.rows.length === 0)
    return { ok: false, problem: 'There is nobody in the file below its first row. Choose another one.' };
  const agreed = rows.filter(({ details }) => details !== null).length;
  const summary = {
    rows: table.rows.length,
    agreed,
    anonymous: rows.length - agreed,
    twice,
    problems,
    consentWords: reading.consentWords,
  };
  return { ok: true, rows, summary };
}

type ReadRow =
  { readonly ok: true; readonly row: ListedVisitor } | { readonly ok: false; readonly message: string };

function readRow(cell: (column: Column) => string, { zone, usually }: ListReading): ReadRow {
  const parts = [cell('first name'), cell('surname')].filter((part) => part !== '');
  const check = checkVisitor({
    name: inNaturalOrder(cell('name')) || parts.join(' '),
    email: bareAddress(cell('email')),
    organisationName: cell('organisation'),
    interests: cell('interests'),
    hasAgreed: yes.test(cell('consent')),
  });
  if (!check.ok) return { ok: false, message: check.problems.map(({ message }) => message).join(' ') };
  const at = momentOf(cell('when'), zone);
  if (at === undefined) {
    return { ok: false, message: 'The time is not one. Write it like 2027-09-26 14:30, or 2027-09-26.' };
  }
  return { ok: true, row: { at: (at ?? usually).toString(), details: check.value } };
}

const written = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2})(?::\d{2})?)?$/;

/** @returns `null` where nothing is said; `undefined` where it is no moment */
function momentOf(text: string, zone: string): Temporal.Instant | null | undefined {
  if (text === '') return null;
  const found = written.exec(text);
  if (found === null) return undefined;
  try {
    const day = Temporal.PlainDate.from(found[1] ?? '');
    const time = Temporal.PlainTime.from((found[2] ?? '12:00').padStart(5, '0'));
    return day.toPlainDateTime(time).toZonedDateTime(zone).toInstant();
  } catch {
    return undefined;
  }
}
