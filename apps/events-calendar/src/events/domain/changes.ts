import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventDetails } from './event.js';
import { fieldInWords, type RevisedField } from './field-words.js';
import { same } from './same.js';

/** Every field of {@link EventDetails}, in the order in which a revision tells them. */
export const detailFields = [
  'title',
  'kind',
  'format',
  'when',
  'recurrence',
  'place',
  'joining',
  'description',
  'organiser',
  'audience',
  'board',
  'series',
  'tags',
] as const satisfies readonly (keyof EventDetails)[];

/** One field that a change altered, as the revision history keeps and shows it. Empty where there was nothing. */
export interface FieldChange {
  readonly field: RevisedField;
  readonly before: string;
  readonly after: string;
}

const revisedFields = [...detailFields, 'status', 'statusReason', 'replacedBy'] as const;

/** What is different between two versions of an event, field by field, in words. */
export function diff(before: CalendarEvent, after: CalendarEvent): readonly FieldChange[] {
  return revisedFields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({
      field,
      before: fieldInWords(field, before),
      after: fieldInWords(field, after),
    }));
}

/** The details of an event (or of anything that has more), and nothing else. */
export function detailsOf(event: EventDetails): EventDetails {
  const { title, kind, format, when, recurrence, place, joining } = event;
  const { description, organiser, audience, board, series, tags } = event;
  return {
    title,
    kind,
    format,
    when,
    place,
    joining,
    description,
    organiser,
    audience,
    board,
    series,
    tags,
    recurrence,
  };
}

export const sameDetails = (a: EventDetails, b: EventDetails): boolean =>
  detailFields.every((field) => same(a[field], b[field]));

/**
 * Whether a change must reach people's calendars as a new SEQUENCE (RFC 5546 §2.1.4): start, end, recurrence, exceptions
 * or status differ.
 */
export function significant(
  before: EventDetails & Pick<CalendarEvent, 'status'>,
  after: EventDetails & Pick<CalendarEvent, 'status'>,
): boolean {
  return (
    before.status !== after.status ||
    !same(before.when, after.when) ||
    !same(before.recurrence, after.recurrence)
  );
}

/**
 * The event with new details: a higher version, and a higher sequence if the change is {@link significant} and the event
 * has been published. Details that are the same give the very same event back.
 */
export function revise(event: CalendarEvent, details: EventDetails, now: Temporal.Instant): CalendarEvent {
  if (sameDetails(event, details)) return event;
  const revised = { ...moveOn(event, now), ...detailsOf(details) };
  const isKnown = event.status !== 'draft';
  return isKnown && significant(event, revised) ? { ...revised, sequence: event.sequence + 1 } : revised;
}

/** `version` and `changedAt` as every change moves them on; `changedAt` never goes back, even if a clock did. */
export function moveOn(event: CalendarEvent, now: Temporal.Instant): CalendarEvent {
  const changedAt = Temporal.Instant.compare(now, event.changedAt) > 0 ? now : event.changedAt;
  return { ...event, version: event.version + 1, changedAt };
}
