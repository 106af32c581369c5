import { type FileProblem, splitWords, unguardCell } from '#csv';
import { validateDetails, type DetailsInput } from '../../events/domain/details.js';
import { refused, type Checked } from '../../events/domain/errors.js';
import {
  eventKinds,
  type EventKind,
  type OccurrenceException,
  type When,
} from '../../events/domain/event.js';
import { whenFromIso } from '../../events/domain/read-when-iso.js';
import { readChanges, readRemoved } from './csv-changes.js';
import { problemIn, type CsvColumn, type CsvHeader } from './csv-columns.js';
import { readStanding, type CellReader } from './csv-standing.js';
import { readWhenCells } from './csv-when.js';
import { derivedUid } from './derived-uid.js';
import type { ImportDefaults, ImportRow } from './import-row.js';

/** A row of a CSV file, as an event. `line` is its number in a spreadsheet. */
export function readCsvRow(
  cells: readonly string[],
  line: number,
  header: CsvHeader,
  defaults: ImportDefaults,
): ImportRow {
  const problems: FileProblem[] = [];
  const add = (column: CsvColumn | null, message: string) => problems.push({ line, column, message });
  const cell: CellReader = (column) => unguardCell(cells[header.positions.get(column) ?? -1] ?? '').trim();
  if (cells.slice(header.width).some((extra) => extra.trim() !== '')) {
    add(
      null,
      'The row has more cells than the first row. Put texts with a comma in them between quotation marks.',
    );
  }
  const kind = eventKinds.find((known) => known === cell('kind').toLowerCase()) ?? defaults.kind;
  const { when, isReordered } = readWhen(cell, kind, defaults.zone, add);
  const changes = readChanges(cell('changes'), kind);
  const exceptions = [...readRemoved(cell('except')), ...(changes.ok ? changes.value : [])];
  const checked = validateDetails(detailsOf(cell, when, exceptions, defaults));
  for (const check of [changes, checked]) {
    if (!check.ok) problems.push(...check.problems.map((problem) => problemIn(line, problem, header)));
  }
  const { ref, ...standing } = readStanding(cell, defaults.status, add);
  const notes = checked.ok ? checked.value.warnings.map((warning) => problemIn(line, warning, header)) : [];
  if (isReordered) notes.push({ line, column: 'start', message: 'The date was read as day/month/year.' });
  return {
    line,
    title: cell('title'),
    ref,
    uid: ref === null ? derivedUid(`${cell('title')}\n${cell('start')}`) : null,
    ...standing,
    details: checked.ok && problems.length === 0 ? checked.value.details : null,
    problems,
    notes,
  };
}

function readWhen(
  cell: CellReader,
  kind: EventKind,
  usualZone: string,
  add: (column: CsvColumn, message: string) => unknown,
): { when: Checked<When>; isReordered: boolean } {
  const read = readWhenCells({ start: cell('start'), end: cell('end'), allDay: cell('all_day') });
  if (!read.ok) {
    add(read.column, read.message);
    return { when: refused(), isReordered: false };
  }
  const { start, end, isReordered } = read;
  return { when: whenFromIso({ start, end, zone: cell('timezone') || usualZone }, kind), isReordered };
}

function detailsOf(
  cell: CellReader,
  when: Checked<When>,
  exceptions: readonly OccurrenceException[],
  defaults: ImportDefaults,
): DetailsInput {
  const format = cell('format').toLowerCase() || defaults.format;
  const place = cell('place');
  const rule = cell('recurrence');
  return {
    title: cell('title'),
    kind: cell('kind').toLowerCase() || defaults.kind,
    format,
    when,
    place: {
      // “Online” is what an online event has in the place's stead.
      name: format === 'online' && place.toLowerCase() === 'online' ? '' : place,
      address: cell('address'),
      latitude: cell('latitude'),
      longitude: cell('longitude'),
    },
    joining: { url: cell('joining_url'), shownTo: cell('joining_shown_to').toLowerCase() },
    description: [cell('description'), cell('note')].filter((text) => text !== '').join('\n\n'),
    organiser: {
      name: cell('organiser_name'),
      email: cell('organiser_email'),
      phone: cell('organiser_phone'),
    },
    audience: cell('audience').toLowerCase() || defaults.audience,
    board: cell('board'),
    series: cell('series'),
    tags: splitWords(cell('tags')),
    recurrence: rule === '' ? null : { rule, exceptions },
  };
}
