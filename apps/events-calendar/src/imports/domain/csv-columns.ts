import { readHeader, type FileProblem, type Header } from '#csv';
import type { FieldProblem } from '../../events/domain/errors.js';

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

export type CsvHeader = Header<CsvColumn>;

/** The first row of a file of events. */
export const readCsvHeader = (cells: readonly string[]): CsvHeader =>
  readHeader(cells, {
    known: csvColumns,
    needed: ['title', 'start'],
    alsoCalled: {
      organizername: 'organiser_name',
      organizeremail: 'organiser_email',
      organizerphone: 'organiser_phone',
      notes: 'note',
    },
    owner: 'The calendar',
  });

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
export function problemIn(line: number, { field, message }: FieldProblem, header: CsvHeader): FileProblem {
  const found = columnsOf.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`))?.[1];
  if (found !== undefined) return { line, column: found, message };
  const column = field.startsWith('description') && header.positions.has('note') ? 'note' : 'description';
  return { line, column, message };
}
