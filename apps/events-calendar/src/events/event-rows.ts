import { dateOf, instantOf } from '#platform';
import type { CalendarEvent, Occurrence } from './domain/event.js';
import { endInstant, startInstant } from './domain/when.js';
import type { EventRow } from './event.entity.js';
import type { OccurrenceRow } from './occurrence.entity.js';
import { readException, storeException, whenFromColumns, whenToColumns } from './stored-when.js';

/** A row of `events` as the event it keeps. */
export function eventFromRow(row: EventRow): CalendarEvent {
  return {
    id: row.id,
    ref: row.ref,
    uid: row.uid,
    title: row.title,
    kind: row.kind as CalendarEvent['kind'],
    format: row.format as CalendarEvent['format'],
    when: whenFromColumns(row),
    place:
      row.placeName === null
        ? null
        : {
            name: row.placeName,
            address: row.placeAddress,
            coordinates:
              row.latitude === null || row.longitude === null
                ? null
                : { latitude: row.latitude, longitude: row.longitude },
          },
    joining:
      row.joiningUrl === null
        ? null
        : { url: row.joiningUrl, shownTo: row.joiningShownTo as CalendarEvent['audience'] },
    description: row.description,
    organiser:
      row.organiserName === null
        ? null
        : { name: row.organiserName, email: row.organiserEmail, phone: row.organiserPhone },
    audience: row.audience as CalendarEvent['audience'],
    board: row.board,
    series: row.series,
    tags: row.tags,
    recurrence: row.rule === null ? null : { rule: row.rule, exceptions: row.exceptions.map(readException) },
    status: row.status as CalendarEvent['status'],
    statusReason: row.statusReason,
    replacedBy: row.replacedBy,
    sequence: row.sequence,
    version: row.version,
    createdAt: instantOf(row.createdAt),
    changedAt: instantOf(row.changedAt),
  };
}

/** An event as the row that keeps it. */
export function eventToRow(event: CalendarEvent): EventRow {
  return {
    id: event.id,
    ref: event.ref,
    uid: event.uid,
    title: event.title,
    kind: event.kind,
    format: event.format,
    ...whenToColumns(event.when),
    placeName: event.place?.name ?? null,
    placeAddress: event.place?.address ?? null,
    latitude: event.place?.coordinates?.latitude ?? null,
    longitude: event.place?.coordinates?.longitude ?? null,
    joiningUrl: event.joining?.url ?? null,
    joiningShownTo: event.joining?.shownTo ?? null,
    description: event.description,
    organiserName: event.organiser?.name ?? null,
    organiserEmail: event.organiser?.email ?? null,
    organiserPhone: event.organiser?.phone ?? null,
    audience: event.audience,
    board: event.board,
    series: event.series,
    tags: [...event.tags],
    rule: event.recurrence?.rule ?? null,
    exceptions: event.recurrence?.exceptions.map(storeException) ?? [],
    status: event.status,
    statusReason: event.statusReason,
    replacedBy: event.replacedBy,
    sequence: event.sequence,
    version: event.version,
    createdAt: dateOf(event.createdAt),
    changedAt: dateOf(event.changedAt),
  };
}

/** One occurrence of an event as its row. */
export function occurrenceToRow(event: CalendarEvent, occurrence: Occurrence): OccurrenceRow {
  const columns = whenToColumns(occurrence.when);
  const place = occurrence.change?.place;
  return {
    eventId: event.id,
    original: occurrence.original ?? '',
    starts: dateOf(startInstant(occurrence.when)),
    ends: dateOf(endInstant(occurrence.when)),
    whenType: columns.whenType,
    firstDay: columns.firstDay,
    lastDay: columns.lastDay,
    month: columns.month,
    zone: columns.zone,
    title: occurrence.change?.title ?? null,
    format: occurrence.change?.format ?? null,
    placeName: place?.name ?? null,
    cancelledReason: occurrence.cancelled?.reason ?? null,
  };
}
