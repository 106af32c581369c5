import type { FileProblem } from '#csv';
import type { EventDetails } from '../../events/domain/event.js';
import { noteAt, problemAt, readEvent, unreadableLines, type IcsContext } from './ics-event.js';
import { withExceptions } from './ics-exceptions.js';
import { find, findAll, textOf, type IcsComponent } from './ics-lines.js';
import { derivedUid } from './derived-uid.js';
import type { ImportRow } from './import-row.js';

/** One event of a file: the VEVENTs that have the same UID. */
export interface IcsGroup {
  readonly vevent: IcsComponent;
  /** The occurrences of its series that are written out, by RECURRENCE-ID. */
  readonly overrides: readonly IcsComponent[];
  /** Told of the group when it was put together. */
  readonly notes: readonly FileProblem[];
}

export function readRow({ vevent, overrides, notes }: IcsGroup, context: IcsContext): ImportRow {
  const event = readEvent(vevent, context);
  const found: FileProblem[] = [...unreadableLines(vevent), ...unsupported(vevent)];
  const noted: FileProblem[] = [...notes, ...event.notes, ...leftOut(vevent)];
  let details: EventDetails | null = null;
  if (event.checked.ok) {
    noted.push(...event.checked.value.warnings.map((warning) => problemAt(vevent, warning)));
    const series = withExceptions(event, event.checked.value.details, overrides, context);
    found.push(...series.problems);
    noted.push(...series.notes);
    details = series.details;
  } else {
    found.push(...event.checked.problems.map((problem) => problemAt(vevent, problem)));
  }
  return {
    line: vevent.line,
    title: event.title,
    ref: null,
    uid: uidOf(vevent, event.title),
    status: event.status,
    statusReason: event.statusReason,
    replacedBy: null,
    details: found.length === 0 ? details : null,
    problems: found,
    notes: noted,
  };
}

function unsupported(vevent: IcsComponent): FileProblem[] {
  const problems: FileProblem[] = [];
  if (findAll(vevent, 'RRULE').length > 1) {
    problems.push(
      noteAt(vevent, 'RRULE', 'It repeats by two rules at once. Make it two events with a rule each.'),
    );
  }
  if (find(vevent, 'EXRULE') !== undefined) {
    problems.push(
      noteAt(vevent, 'EXRULE', 'A rule for exceptions is not supported. List the dates with EXDATE.'),
    );
  }
  if (find(vevent, 'RDATE') !== undefined) {
    problems.push(
      noteAt(vevent, 'RDATE', 'Extra dates (RDATE) are not supported. Make them events of their own.'),
    );
  }
  return problems;
}

function leftOut(vevent: IcsComponent): FileProblem[] {
  const parts = [
    ...(find(vevent, 'ATTENDEE') === undefined ? [] : ['guests']),
    ...(vevent.parts.length === 0 ? [] : ['reminders']),
    ...(find(vevent, 'ATTACH') === undefined ? [] : ['attachments']),
  ];
  if (parts.length === 0) return [];
  return [noteAt(vevent, null, `Its ${parts.join(' and ')} are not taken over.`)];
}

/** RFC 5545 allows any text; the calendar keeps ASCII, and gives a name of its own to what has none. */
function uidOf(vevent: IcsComponent, title: string): string {
  const written = textOf(vevent, 'UID').trim();
  const occurrence = find(vevent, 'RECURRENCE-ID')?.raw;
  const uid = occurrence === undefined ? written : `${written}/${occurrence}`;
  if (/^[\x21-\x7e]{1,255}$/u.test(uid) && written !== '') return uid;
  return derivedUid(written === '' ? `${title}\n${find(vevent, 'DTSTART')?.raw ?? ''}` : uid);
}
