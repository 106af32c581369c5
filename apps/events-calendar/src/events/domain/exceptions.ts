import { checkText } from '#checks';
import { checkWhen } from './check-when.js';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type {
  AllDay,
  Audience,
  EventKind,
  Joining,
  OccurrenceChange,
  OccurrenceException,
  Place,
  Timed,
} from './event.js';
import { checkDescription, checkTitle } from './fields.js';
import { checkJoining } from './joining.js';
import { checkPlace } from './place.js';
import type { RuleStart } from './rule-starts.js';
import { longestReason } from './status.js';

/** What an occurrence's own details are checked against. */
export interface ExceptionContext {
  readonly kind: EventKind;
  readonly audience: Audience | null;
}

/**
 * Exceptions in the order of what they are exceptions to. Each must name an occurrence of the rule, once; and one
 * occurrence at least must be left. A change that changes nothing is left out.
 */
export function checkExceptions(
  exceptions: readonly OccurrenceException[],
  starts: readonly RuleStart[],
  when: Timed | AllDay,
  context: ExceptionContext,
): Checked<readonly OccurrenceException[]> {
  const known = new Set(starts.map((start) => start.original));
  const seen = new Set<string>();
  const checks = exceptions.map((exception) => {
    const { original } = exception;
    const field = fieldOf(original);
    if (!known.has(original)) {
      return refuse(field, 'occurrence-unknown', `The event does not repeat on ${original}.`);
    }
    if (seen.has(original)) {
      return refuse(field, 'occurrence-doubled', `${original} has two exceptions. Keep one.`);
    }
    seen.add(original);
    return checkException(exception, when, context, field);
  });
  const problems = problemsOf(...checks);
  if (problems.length > 0) return refused(...problems);
  const kept = checks
    .flatMap((check) => (check.ok ? [check.value] : []))
    .filter((exception) => exception.type === 'removed' || Object.keys(exception.change).length > 0)
    .sort((a, b) => (a.original < b.original ? -1 : 1));
  if (kept.filter((exception) => exception.type === 'removed').length === starts.length) {
    return refuse(
      'recurrence.exceptions',
      'last-occurrence',
      'This would leave no date at all. Cancel the event instead, so that people see that it is off.',
    );
  }
  return accepted(kept);
}

const fieldOf = (original: string): string => `recurrence.exceptions.${original}`;

function checkException(
  exception: OccurrenceException,
  when: Timed | AllDay,
  context: ExceptionContext,
  field: string,
): Checked<OccurrenceException> {
  if (exception.type === 'removed') return accepted({ original: exception.original, type: 'removed' });
  const change = checkChange(exception.change, when, context, field);
  return change.ok
    ? accepted({ original: exception.original, type: 'changed', change: change.value })
    : change;
}

/** An occurrence's own details, by the rules of the event's. Its `when` must be of the series' type (RFC 5545 §3.8.4.4). */
export function checkChange(
  change: OccurrenceChange,
  when: Timed | AllDay,
  context: ExceptionContext,
  field: string,
): Checked<OccurrenceChange> {
  const title = optional(change.title, (text) => checkTitle(text, `${field}.title`));
  const own = optional(change.when, (own) => checkOwnWhen(own, when, context.kind, `${field}.when`));
  const place = optional(change.place, (place) => checkPlace(placeInput(place), `${field}.place`));
  const joining = optional(change.joining, (joining: Joining | null) =>
    checkJoining(joining, context.audience, `${field}.joining`),
  );
  const description = optional(change.description, (text) => checkDescription(text, `${field}.description`));
  const cancelled = optional(change.cancelled, ({ reason }) => checkReason(reason, `${field}.cancelled`));
  if (!title.ok || !own.ok || !place.ok || !joining.ok || !description.ok || !cancelled.ok) {
    return refused(...problemsOf(title, own, place, joining, description, cancelled));
  }
  return accepted({
    ...(title.value !== undefined && { title: title.value }),
    ...(own.value !== undefined && { when: own.value }),
    ...(change.format !== undefined && { format: change.format }),
    ...(place.value !== undefined && { place: place.value }),
    ...(joining.value !== undefined && { joining: joining.value }),
    ...(description.value !== undefined && { description: description.value }),
    ...(cancelled.value !== undefined && { cancelled: { reason: cancelled.value } }),
  });
}

function optional<T, U>(value: T | undefined, check: (value: T) => Checked<U>): Checked<U | undefined> {
  return value === undefined ? accepted(undefined) : check(value);
}

function checkOwnWhen(
  own: Timed | AllDay,
  series: Timed | AllDay,
  kind: EventKind,
  field: string,
): Checked<Timed | AllDay> {
  if (own.type === series.type) return checkWhen(own, kind, field);
  return refuse(
    field,
    'occurrence-of-another-kind',
    series.type === 'timed'
      ? 'The other dates have times, so this one needs times too.'
      : 'The other dates are whole days, so this one must be too.',
  );
}

const checkReason = (reason: string, field: string): Checked<string> =>
  checkText(reason, field, {
    longest: longestReason,
    missing: { code: 'reason-missing', message: 'Say why it is called off; readers will see it.' },
  });

const placeInput = (place: Place | null) =>
  place && { name: place.name, address: place.address, ...place.coordinates };
