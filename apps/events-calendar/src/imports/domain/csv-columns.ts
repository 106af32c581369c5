import type { FieldProblem } from '../../events/domain/errors.js';
import type { ImportProblem } from './import-row.js';

/** Every column that the calendar knows, in the order in which it writes them. */
export const csvColumns = [
  'ref',
  'title',
  'kind',
  'format',
  'start',
  'end',
  'all_day',
  'timezone',
  'place',
  'address',
  'latitude',
  'longitude',
  'joining_url',
  'joining_shown_to',
  'audience',
  'board',
  'series',
  'tags',
  'organiser_name',
  'organiser_email',
  'organiser_phone',
  'status',
  'reason',
  'replaced_by',
  'recurrence',
  'except',
  'changes',
  'description',
  'note',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

export interface Header {
  /** Where each column stands, from 0. */
  readonly positions: ReadonlyMap<CsvColumn, number>;
  readonly width: number;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
}

const lettersOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const byLetters = new Map<string, CsvColumn>([
  ...csvColumns.map((column) => [lettersOf(column), column] as const),
  ['organizername', 'organiser_name'],
  ['organizeremail', 'organiser_email'],
  ['organizerphone', 'organiser_phone'],
  ['notes', 'note'],
]);

/** The first row: capitals, spaces and underscores do not matter, nor does the order. */
export function readHeader(cells: readonly string[]): Header {
  const positions = new Map<CsvColumn, number>();
  const problems: ImportProblem[] = [];
  const unknown: string[] = [];
  for (const [position, cell] of cells.entries()) {
    const column = byLetters.get(lettersOf(cell));
    if (column === undefined) {
      if (cell.trim() !== '') unknown.push(cell.trim());
    } else if (positions.has(column)) {
      problems.push(inHeader(column, `There are two columns called ${column}. Rename or delete one.`));
    } else positions.set(column, position);
  }
  for (const column of ['title', 'start'] as const) {
    if (!positions.has(column)) {
      problems.push(
        inHeader(column, `There is no column called ${column}. The first row must name the columns.`),
      );
    }
  }
  const notes = unknown.map((name) =>
    inHeader(name, `The calendar has no column called “${name}”, so it is left out.`),
  );
  return { positions, width: cells.length, problems, notes };
}

const inHeader = (column: string, message: string): ImportProblem => ({ line: 1, column, message });

/** Which column a field of an event is read from. */
const columnsOf: readonly (readonly [string, CsvColumn])[] = [
  ['title', 'title'],
  ['kind', 'kind'],
  ['format', 'format'],
  ['when.end', 'end'],
  ['when.zone', 'timezone'],
  ['when', 'start'],
  ['place.address', 'address'],
  ['place.coordinates', 'latitude'],
  ['place', 'place'],
  ['joining.shownTo', 'joining_shown_to'],
  ['joining', 'joining_url'],
  ['organiser.email', 'organiser_email'],
  ['organiser.phone', 'organiser_phone'],
  ['organiser', 'organiser_name'],
  ['audience', 'audience'],
  ['board', 'board'],
  ['series', 'series'],
  ['tags', 'tags'],
  ['recurrence.exceptions', 'changes'],
  ['recurrence', 'recurrence'],
  ['reason', 'reason'],
];

/** A field's problem as one of the column that it was read from. */
export function problemIn(line: number, { field, message }: FieldProblem, header: Header): ImportProblem {
  const found = columnsOf.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`))?.[1];
  if (found !== undefined) return { line, column: found, message };
  const column = field.startsWith('description') && header.positions.has('note') ? 'note' : 'description';
  return { line, column, message };
}
