import type { Temporal } from 'temporal-polyfill';
import { detailsOf } from '../../events/domain/changes.js';
import type {
  Audience,
  CalendarEvent,
  EventDetails,
  OccurrenceException,
  When,
} from '../../events/domain/event.js';
import type { CsvColumn } from '../domain/csv-columns.js';

/** What a file may say nothing of, in any row, so that an event keeps what it has. */
export type SilentField =
  Exclude<keyof EventDetails, 'title' | 'when'> | 'end' | 'zone' | 'shownTo' | 'status';

/** A calendar file knows nothing of kinds and audiences as the network has them; of statuses, only what is off. */
export const icsIsSilentOn: readonly SilentField[] = [
  'kind',
  'format',
  'audience',
  'board',
  'series',
  'shownTo',
  'status',
];

/** Each field with the columns that say it. */
const saidIn: Readonly<Record<SilentField, readonly CsvColumn[]>> = {
  kind: ['kind'],
  format: ['format'],
  end: ['end'],
  zone: ['timezone'],
  place: ['place'],
  joining: ['joining_url'],
  shownTo: ['joining_shown_to'],
  description: ['description', 'note'],
  organiser: ['organiser_name'],
  audience: ['audience'],
  board: ['board'],
  series: ['series'],
  tags: ['tags'],
  recurrence: ['recurrence'],
  status: ['status'],
};

/** What a CSV file with these columns says nothing of. */
export function csvIsSilentOn(columns: Iterable<CsvColumn>): readonly SilentField[] {
  const there = new Set(columns);
  const fields = Object.entries(saidIn) as [SilentField, readonly CsvColumn[]][];
  return fields.flatMap(([field, names]) => (names.some((name) => there.has(name)) ? [] : [field]));
}

/** A row's details, with what the event has where the file is silent. */
export function fillSilence(
  details: EventDetails,
  existing: CalendarEvent,
  silentOn: readonly SilentField[],
): EventDetails {
  const silent = new Set(silentOn);
  const kept = Object.fromEntries(
    Object.entries(detailsOf(existing)).filter(([field]) => silent.has(field as SilentField)),
  ) as Partial<EventDetails>;
  const filled = { ...details, ...kept, when: fillWhen(details.when, existing.when, silent) };
  if (!silent.has('shownTo') || silent.has('joining')) return filled;
  // A joining link is never shown more widely than it was.
  const shownTo = existing.joining?.shownTo ?? filled.audience;
  const { joining, recurrence } = filled;
  return {
    ...filled,
    joining: joining && { ...joining, shownTo },
    recurrence: recurrence && {
      ...recurrence,
      exceptions: recurrence.exceptions.map((exception) => showingTo(shownTo, exception)),
    },
  };
}

/** As long as it was, and on the clocks of the zone that it was in. */
function fillWhen(when: When, before: When, silent: ReadonlySet<SilentField>): When {
  const zone = silent.has('zone') ? before.zone : when.zone;
  if (when.type === 'timed') {
    const inZone = (instant: Temporal.Instant) =>
      instant.toZonedDateTimeISO(when.zone).toPlainDateTime().toZonedDateTime(zone).toInstant();
    return { ...when, start: inZone(when.start), end: inZone(when.end), zone };
  }
  if (when.type === 'all-day' && before.type === 'all-day' && silent.has('end')) {
    return { ...when, last: when.first.add(before.first.until(before.last)), zone };
  }
  return { ...when, zone };
}

function showingTo(shownTo: Audience, exception: OccurrenceException): OccurrenceException {
  if (exception.type === 'removed' || !exception.change.joining) return exception;
  const joining = { ...exception.change.joining, shownTo };
  return { ...exception, change: { ...exception.change, joining } };
}
