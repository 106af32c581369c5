import { joinWords, writeTable } from '#csv';
import type { CalendarEvent } from '../../events/domain/event.js';
import { writeChanges, writeRemoved } from './csv-changes.js';
import { csvColumns, type CsvColumn } from './csv-columns.js';
import { writeWhenCells } from './csv-when.js';

/** `note` is another name for the description, for reading only. */
const written = csvColumns.filter((column) => column !== 'note');

/** Events as a CSV file that `readCsv` reads as the same events. */
export function writeCsv(events: readonly CalendarEvent[]): string {
  const rows = events.map((event) => {
    const cells = cellsOf(event);
    return written.map((column) => cells[column]);
  });
  return writeTable(written, rows);
}

function cellsOf(event: CalendarEvent): Record<Exclude<CsvColumn, 'note'>, string> {
  const { start, end, allDay } = writeWhenCells(event.when);
  const exceptions = event.recurrence?.exceptions ?? [];
  return {
    ref: event.ref,
    title: event.title,
    kind: event.kind,
    format: event.format,
    start,
    end,
    all_day: allDay,
    timezone: event.when.zone,
    place: event.place?.name ?? '',
    address: event.place?.address ?? '',
    latitude: degrees(event.place?.coordinates?.latitude),
    longitude: degrees(event.place?.coordinates?.longitude),
    joining_url: event.joining?.url ?? '',
    joining_shown_to: event.joining?.shownTo ?? '',
    audience: event.audience,
    board: event.board ?? '',
    series: event.series ?? '',
    tags: joinWords(event.tags),
    organiser_name: event.organiser?.name ?? '',
    organiser_email: event.organiser?.email ?? '',
    organiser_phone: event.organiser?.phone ?? '',
    status: event.status,
    reason: event.statusReason ?? '',
    replaced_by: event.replacedBy ?? '',
    recurrence: event.recurrence?.rule ?? '',
    except: writeRemoved(exceptions),
    changes: writeChanges(exceptions),
    description: event.description,
  };
}

/** All of its digits, but no exponent, which is how JavaScript writes what is nearly 0. */
function degrees(value: number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/u, '').replace(/\.$/u, '') : text;
}
