import { checkText } from '#checks';
import type { Temporal } from 'temporal-polyfill';
import { moveOn } from './changes.js';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { CalendarEvent, EventStatus } from './event.js';
import { looksLikeRef } from './ref.js';

/**
 * What may follow what. Nothing goes back to draft, for what was published has been read and copied into calendars.
 * Postponed → published: with its new date. Cancelled → published: it takes place after all.
 */
const moves: Record<EventStatus, readonly EventStatus[]> = {
  draft: ['published'],
  published: ['postponed', 'cancelled'],
  postponed: ['published', 'cancelled'],
  cancelled: ['published'],
};

/** The longest reason, in characters. */
export const longestReason = 1000;

/** What is said with a move to postponed or cancelled; not looked at when publishing. */
export interface Explanation {
  /** Shown to readers; required. */
  readonly reason: string;
  /** The `ref` of the event that takes this one's place. That it exists is for the caller to check. */
  readonly replacedBy?: string | null;
}

export const allowedMoves = (status: EventStatus): readonly EventStatus[] => moves[status];

export const needsReason = (status: EventStatus): boolean => status === 'postponed' || status === 'cancelled';

/** Only drafts can be deleted: others have been seen, and must stay to say what became of them. */
export const isDeletable = (event: Pick<CalendarEvent, 'status'>): boolean => event.status === 'draft';

/**
 * The event with its new status, a higher version, and a higher sequence if it was published before (RFC 5546 §2.1.4).
 * Publishing clears the reason and the replacement. Problems are at `status`, `reason` and `replacedBy`.
 */
export function move(
  event: CalendarEvent,
  to: EventStatus,
  explanation: Explanation,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  if (!moves[event.status].includes(to)) {
    return refuse('status', 'move-not-allowed', whyNot(event.status, to));
  }
  const explained = needsReason(to)
    ? readExplanation(event, explanation)
    : accepted({ statusReason: null, replacedBy: null });
  if (!explained.ok) return explained;
  return accepted({
    ...moveOn(event, now),
    ...explained.value,
    status: to,
    sequence: event.status === 'draft' ? event.sequence : event.sequence + 1,
  });
}

/** A better reason, or a replacement found later, for an event that is postponed or cancelled already. */
export function explain(
  event: CalendarEvent,
  explanation: Explanation,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  if (!needsReason(event.status)) {
    return refuse(
      'status',
      'move-not-allowed',
      'Only an event that is postponed or cancelled has a reason. Postpone or cancel it first.',
    );
  }
  const explained = readExplanation(event, explanation);
  if (!explained.ok) return explained;
  const { statusReason, replacedBy } = explained.value;
  if (statusReason === event.statusReason && replacedBy === event.replacedBy) return accepted(event);
  return accepted({ ...moveOn(event, now), statusReason, replacedBy });
}

/** Refused, with the reason, for everything but a draft. */
export function checkDeletable(event: Pick<CalendarEvent, 'status'>): Checked<true> {
  if (isDeletable(event)) return accepted(true);
  return refuse(
    'status',
    'not-deletable',
    'This event has been published, so it is in people’s calendars. Cancel it instead; they will see that it is off.',
  );
}

type Explained = Pick<CalendarEvent, 'statusReason' | 'replacedBy'>;

function readExplanation(event: CalendarEvent, explanation: Explanation): Checked<Explained> {
  const reason = checkText(explanation.reason, 'reason', {
    longest: longestReason,
    missing: { code: 'reason-missing', message: 'Say why; readers will see it.' },
  });
  const replacedBy = readReplacement(event, explanation.replacedBy ?? null);
  if (!reason.ok || !replacedBy.ok) return refused(...problemsOf(reason, replacedBy));
  return accepted({ statusReason: reason.value, replacedBy: replacedBy.value });
}

function readReplacement(event: CalendarEvent, text: string | null): Checked<string | null> {
  const ref = text?.trim() ?? '';
  if (ref === '') return accepted(null);
  if (ref === event.ref) {
    return refuse(
      'replacedBy',
      'replaced-by-itself',
      'An event cannot replace itself. Choose another, or none.',
    );
  }
  if (!looksLikeRef(ref)) {
    return refuse(
      'replacedBy',
      'ref-unreadable',
      `“${ref}” is not an event’s name in addresses. It looks like 2027-annual-conference.`,
    );
  }
  return accepted(ref);
}

function whyNot(from: EventStatus, to: EventStatus): string {
  if (from === to) return `This event is ${from} already.`;
  if (to === 'draft')
    return 'An event that has been published cannot become a draft again. Postpone or cancel it.';
  if (from === 'draft') return 'A draft is not known to anybody yet. Publish it first, or delete it.';
  return `An event that is ${from} cannot become ${to}. Publish it first.`;
}
