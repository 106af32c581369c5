import { unprocessable } from '#platform';
import type { DetailsInput } from '../../events/domain/details.js';
import { accepted, problemsOf, refuse, type Checked } from '../../events/domain/errors.js';
import type {
  AllDay,
  EventKind,
  OccurrenceChange,
  OccurrenceException,
  Place,
  Timed,
} from '../../events/domain/event.js';
import { whenFromIso } from '../../events/domain/read-when-iso.js';
import type { EventEdit, EventInput } from '../schemas/event.schema.js';
import type { WhenInput } from '../schemas/when.schema.js';

type SentRecurrence = NonNullable<EventInput['recurrence']>;
type SentException = SentRecurrence['exceptions'][number];
type SentChange = Extract<SentException, { type: 'changed' }>['change'];

/**
 * What a client said about an event, for the use cases to check.
 *
 * @throws Problem 422 when the dates of single occurrences cannot be read
 */
export function readDetails(sent: EventInput): DetailsInput {
  const { when, place, recurrence, ...rest } = sent;
  return {
    ...rest,
    when: whenFromIso(when, sent.kind),
    place: place && {
      name: place.name,
      address: place.address,
      latitude: place.coordinates?.latitude ?? null,
      longitude: place.coordinates?.longitude ?? null,
    },
    recurrence: recurrence && readRecurrence(recurrence, sent),
  };
}

/** The same of an event that there is: what is special about single dates is carried over by the use case. */
export function readEdit(sent: EventEdit): DetailsInput {
  return readDetails({ ...sent, recurrence: sent.recurrence && { ...sent.recurrence, exceptions: [] } });
}

function readRecurrence({ rule, exceptions }: SentRecurrence, sent: EventInput) {
  const checks = exceptions.map((exception) => readException(exception, sent));
  const problems = problemsOf(...checks);
  if (problems.length > 0) throw unprocessable(problems);
  return { rule, exceptions: checks.flatMap((check) => (check.ok ? [check.value] : [])) };
}

function readException(exception: SentException, sent: EventInput): Checked<OccurrenceException> {
  if (exception.type === 'removed') return accepted(exception);
  const { original, change } = exception;
  const read = readChange(change, sent, `recurrence.exceptions.${original}`);
  return read.ok ? accepted({ original, type: 'changed', change: read.value }) : read;
}

function readChange(change: SentChange, sent: EventInput, field: string): Checked<OccurrenceChange> {
  const { when, place, joining, title, format, description, cancelled } = change;
  const own = when === undefined ? accepted(undefined) : readOwnWhen(when, sent.kind, `${field}.when`);
  if (!own.ok) return own;
  return accepted({
    ...(title !== undefined && { title }),
    ...(own.value !== undefined && { when: own.value }),
    ...(format !== undefined && { format }),
    ...(place !== undefined && { place: place satisfies Place | null }),
    ...(joining !== undefined && {
      joining: joining && { url: joining.url, shownTo: joining.shownTo ?? sent.audience },
    }),
    ...(description !== undefined && { description }),
    ...(cancelled !== undefined && { cancelled }),
  });
}

function readOwnWhen(when: WhenInput, kind: EventKind, field: string): Checked<Timed | AllDay> {
  const read = whenFromIso(when, kind, 'earlier', field);
  if (!read.ok) return read;
  if (read.value.type !== 'month') return accepted(read.value);
  return refuse(
    field,
    'occurrence-of-another-kind',
    'One date of an event that repeats cannot be a month. Write a day, or a time.',
  );
}
