import type { FileProblem } from '#csv';
import { cleanLine, cleanText } from '#icalendar';
import type { Checked, FieldProblem } from '../../events/domain/errors.js';
import { validateDetails, type ValidDetails } from '../../events/domain/details.js';
import { eventKinds, type EventKind, type EventStatus } from '../../events/domain/event.js';
import { checkOrganiser, checkTags, type OrganiserInput } from '../../events/domain/fields.js';
import { find, findAll, textOf, type IcsComponent } from './ics-lines.js';
import { readOrganiser, readPlace } from './ics-place.js';
import { readSpan } from './ics-when.js';
import type { IcsZones } from './ics-zones.js';
import type { ImportDefaults } from './import-row.js';

export interface IcsContext {
  readonly zones: IcsZones;
  readonly defaults: ImportDefaults;
  /** The file calls all its events off (`METHOD:CANCEL`, RFC 5546 §3.2.5). */
  readonly isCancellation: boolean;
}

/** A VEVENT as one event, whether or not it is part of a series. */
export interface IcsEvent {
  readonly vevent: IcsComponent;
  readonly title: string;
  readonly status: EventStatus;
  readonly statusReason: string | null;
  /** Without the exceptions that other VEVENTs and EXDATE make. */
  readonly checked: Checked<ValidDetails>;
  readonly notes: readonly FileProblem[];
}

const reasonUnknown = 'It was cancelled in the calendar that it was imported from.';

export function readEvent(vevent: IcsComponent, { zones, defaults, isCancellation }: IcsContext): IcsEvent {
  const notes: FileProblem[] = [];
  const note = (property: string, message: string) => notes.push(noteAt(vevent, property, message));
  const { title, status } = readTitle(vevent, defaults, isCancellation);
  const words = findAll(vevent, 'CATEGORIES').flatMap(({ values }) =>
    values.map((value) => cleanLine(String(value))),
  );
  const named = eventKinds.find((kind) => words.some((word) => word.toLowerCase() === kind));
  const kindOf = (isPoint: boolean): EventKind => named ?? (isPoint ? 'deadline' : defaults.kind);
  const { when, isPoint, isFloating } = readSpan(vevent, zones, defaults.zone, kindOf);
  if (isPoint && named === undefined) note('DTSTART', 'It has no end, so it is taken for a deadline.');
  if (isFloating)
    note(
      'DTSTART',
      `The time has no zone; it is taken to be in ${zones.calendarZone ?? ''}, the calendar’s.`,
    );
  const isPrivate = /^(?:PRIVATE|CONFIDENTIAL)$/iu.test(find(vevent, 'CLASS')?.raw ?? '');
  const audience = isPrivate ? 'invited' : defaults.audience;
  if (isPrivate && defaults.audience !== 'invited')
    note('CLASS', 'It is marked as private, so it is for invited people only.');
  const { place, joining, format } = readPlace(vevent, audience === 'public');
  const checked = validateDetails({
    title,
    kind: kindOf(isPoint),
    format: format ?? defaults.format,
    when,
    place,
    joining,
    description: descriptionOf(vevent),
    organiser: usableOrganiser(vevent, note),
    audience,
    board: null,
    series: null,
    tags: usableTags(
      words.filter((word) => word.toLowerCase() !== named),
      note,
    ),
    recurrence: ruleOf(vevent),
  });
  const isOff = status === 'cancelled' || status === 'postponed';
  return { vevent, title, status, statusReason: isOff ? reasonOf(vevent) : null, checked, notes };
}

/** Calendars that mark what is off in the title too say so in words of this kind. */
function readTitle(
  vevent: IcsComponent,
  defaults: ImportDefaults,
  isCancellation: boolean,
): { title: string; status: EventStatus } {
  const written = cleanLine(textOf(vevent, 'SUMMARY'));
  const [, mark, rest] = /^(cancell?ed|postponed)\s*:\s*(.+)$/iu.exec(written) ?? [];
  const title = rest ?? written;
  if (isCancellation || find(vevent, 'STATUS')?.raw.toUpperCase() === 'CANCELLED')
    return { title, status: 'cancelled' };
  if (mark === undefined) return { title, status: defaults.status };
  return { title, status: /^p/iu.test(mark) ? 'postponed' : 'cancelled' };
}

function reasonOf(vevent: IcsComponent): string {
  const [, said] = /^(?:Cancelled|Postponed): (.+)$/mu.exec(cleanText(textOf(vevent, 'DESCRIPTION'))) ?? [];
  return said ?? (cleanLine(textOf(vevent, 'COMMENT')) || reasonUnknown);
}

/** The description, and the address where there is more, unless it says so itself. */
function descriptionOf(vevent: IcsComponent): string {
  const text = cleanText(textOf(vevent, 'DESCRIPTION'));
  const url = find(vevent, 'URL')?.raw ?? '';
  if (!/^https?:/iu.test(url) || text.includes(url)) return text;
  return text === '' ? url : `${text}\n\n${url}`;
}

/** What is not as it must be is left out: an import does not fail for a contact or a tag. */
function usableOrganiser(
  vevent: IcsComponent,
  note: (property: string, message: string) => void,
): OrganiserInput | null {
  const organiser = readOrganiser(vevent);
  if (checkOrganiser(organiser).ok) return organiser;
  const nameAlone = organiser === null ? null : { name: organiser.name };
  note('ORGANIZER', 'The contact’s address is left out, for it is not an email address.');
  return checkOrganiser(nameAlone).ok ? nameAlone : null;
}

function usableTags(
  words: readonly string[],
  note: (property: string, message: string) => void,
): readonly string[] {
  const usable = words.filter((word) => checkTags([word]).ok);
  const checked = checkTags(usable);
  if (checked.ok && usable.length === words.length) return usable;
  note('CATEGORIES', 'Some categories are left out, because they are too long or too many for tags.');
  return usable.slice(0, 20);
}

function ruleOf(vevent: IcsComponent): { rule: string; exceptions: [] } | null {
  const rule = find(vevent, 'RRULE');
  return rule === undefined || find(vevent, 'RECURRENCE-ID') !== undefined
    ? null
    : { rule: rule.raw, exceptions: [] };
}

/** Which properties a field of an event is read from, the likeliest first. */
const propertiesOf: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['SUMMARY']],
  ['kind', ['CATEGORIES']],
  ['tags', ['CATEGORIES']],
  ['when.end', ['DTEND', 'DURATION', 'DTSTART']],
  ['when', ['DTSTART']],
  ['place.coordinates', ['GEO']],
  ['place', ['LOCATION']],
  ['joining', ['CONFERENCE', 'LOCATION']],
  ['description', ['DESCRIPTION']],
  ['organiser', ['CONTACT', 'ORGANIZER']],
  ['audience', ['CLASS']],
  ['recurrence', ['RRULE']],
];

/** A field's problem as one of the property that it was read from. */
export function problemAt(vevent: IcsComponent, { field, message }: FieldProblem): FileProblem {
  const names =
    propertiesOf.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`))?.[1] ?? [];
  const name = names.find((candidate) => find(vevent, candidate) !== undefined) ?? names[0];
  return noteAt(vevent, name ?? null, message);
}

export function noteAt(vevent: IcsComponent, property: string | null, message: string): FileProblem {
  const line = property === null ? undefined : find(vevent, property)?.line;
  return { line: line ?? vevent.line, column: property, message };
}

/** What cannot be read in a VEVENT, line by line, and whether it is cut off. */
export function unreadableLines(vevent: IcsComponent): FileProblem[] {
  const lines = vevent.unreadable.map((line) => ({
    line,
    column: null,
    message:
      'This line cannot be read. A line has a name, a colon and a value, such as SUMMARY:Officer call.',
  }));
  if (vevent.isWhole) return lines;
  const message = 'The event breaks off here: it has no end (END:VEVENT). Export or download the file again.';
  return [...lines, { line: vevent.line, column: null, message }];
}
