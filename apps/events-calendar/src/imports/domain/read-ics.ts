import { tooManyRows, type FileProblem } from '#csv';
import { find, readComponents, textOf, type IcsComponent } from './ics-lines.js';
import { noteAt, type IcsContext } from './ics-event.js';
import { readRow, type IcsGroup } from './ics-row.js';
import { zonesOfCalendar } from './ics-zones.js';
import { mostRows, unreadableFile, type ImportDefaults, type ImportFile } from './import-row.js';

/**
 * The events of a calendar file (RFC 5545), those of one UID as one row. Texts stay texts, whatever stands in them; what
 * is wrong with one event costs no other.
 */
export function readIcs(text: string, defaults: ImportDefaults): ImportFile {
  const components = readComponents(text.replace(/^\uFEFF/u, ''));
  const calendars = components.filter(({ name }) => name === 'VCALENDAR');
  if (calendars.length === 0) {
    return unreadableFile(
      'This is not a calendar file: it does not begin with BEGIN:VCALENDAR. Choose an .ics file.',
    );
  }
  const count = calendars.flatMap(({ parts }) => parts).filter(({ name }) => name === 'VEVENT').length;
  if (count > mostRows) return { rows: [], problems: [tooManyRows(count, mostRows, 'events')], notes: [] };
  if (count === 0) return unreadableFile('There are no events in this calendar file.');
  const rows = calendars.flatMap((calendar) => {
    const context = contextOf(calendar, defaults);
    return groupsOf(calendar).map((group) => readRow(group, context));
  });
  return { rows, problems: [], notes: calendars.flatMap(notesOf) };
}

function contextOf(calendar: IcsComponent, defaults: ImportDefaults): IcsContext {
  const isCancellation = find(calendar, 'METHOD')?.raw.toUpperCase() === 'CANCEL';
  return { zones: zonesOfCalendar(calendar), defaults, isCancellation };
}

function notesOf(calendar: IcsComponent): FileProblem[] {
  const notes: FileProblem[] = [];
  const others = calendar.parts.filter(({ name }) => name !== 'VEVENT' && name !== 'VTIMEZONE');
  if (others.length > 0) {
    const names = [...new Set(others.map(({ name }) => name))].join(', ');
    notes.push({
      line: others[0]?.line ?? null,
      column: null,
      message: `Only events are read; ${names} is left out.`,
    });
  }
  if (textOf(calendar, 'PRODID').startsWith('-//Network Events//')) {
    notes.push({
      line: calendar.line,
      column: 'PRODID',
      message:
        'This file was exported from this calendar, in the form that calendar programs need. To bring changes back, use the CSV export, which keeps everything.',
    });
  }
  return notes;
}

/** VEVENTs of the same UID belong together; of two that are the same, the one with the higher SEQUENCE counts. */
function groupsOf(calendar: IcsComponent): IcsGroup[] {
  const groups = new Map<string, { vevent: IcsComponent; overrides: IcsComponent[]; notes: FileProblem[] }>();
  const vevents = calendar.parts.filter(({ name }) => name === 'VEVENT');
  const isOverride = (vevent: IcsComponent) => find(vevent, 'RECURRENCE-ID') !== undefined;
  const keyOf = (vevent: IcsComponent) => textOf(vevent, 'UID').trim() || `line ${vevent.line}`;
  for (const vevent of vevents.filter((candidate) => !isOverride(candidate))) {
    const key = keyOf(vevent);
    const other = groups.get(key)?.vevent;
    if (other === undefined) groups.set(key, { vevent, overrides: [], notes: [] });
    else {
      const [newer, older] = sequenceOf(vevent) >= sequenceOf(other) ? [vevent, other] : [other, vevent];
      const note = noteAt(
        newer,
        'UID',
        `The event stands in the file twice; the other one, on line ${older.line}, is left out.`,
      );
      groups.set(key, { vevent: newer, overrides: [], notes: [note] });
    }
  }
  for (const vevent of vevents.filter(isOverride)) {
    const group = groups.get(keyOf(vevent));
    if (group !== undefined) group.overrides.push(vevent);
    else {
      const note = noteAt(
        vevent,
        'RECURRENCE-ID',
        'Its series is not in the file, so it becomes an event by itself.',
      );
      groups.set(`${keyOf(vevent)}/${vevent.line}`, { vevent, overrides: [], notes: [note] });
    }
  }
  return [...groups.values()].toSorted((a, b) => a.vevent.line - b.vevent.line);
}

const sequenceOf = (vevent: IcsComponent) => Number(find(vevent, 'SEQUENCE')?.raw ?? 0) || 0;
