import type { Temporal } from 'temporal-polyfill';
import { accepted, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';
import { moveOn } from './changes.js';
import { checkPlausible } from './dates.js';
import { membershipChange, type MembershipChange } from './membership.js';
import { isMember, statuses, type Organisation, type Status } from './organisation.js';

/** The longest reason, in characters. */
export const longestReason = 1000;

/** What is asked with a step. */
export interface StepRule {
  readonly needsReason: boolean;
  /** What the step's date is: `leaves` may be to come, the others are not. */
  readonly date: 'joined' | 'leaves' | 'left' | 'decided';
}

const rule = (date: StepRule['date'], needsReason = false): StepRule => ({ date, needsReason });

/**
 * What may follow what. A member is never gone at once: it leaves on a day, until which it stays a member. Whoever changes
 * their mind, or is kept on in special circumstances, goes on with a reason; whoever left may join again, and whoever was
 * declined apply again.
 */
const rules: Readonly<Record<Status, Partial<Readonly<Record<Status, StepRule>>>>> = {
  applied: { approved: rule('decided'), declined: rule('decided', true) },
  approved: { member: rule('joined'), declined: rule('decided', true) },
  declined: { applied: rule('decided') },
  member: { leaving: rule('leaves', true), retained: rule('decided', true) },
  leaving: { left: rule('left'), member: rule('decided', true), retained: rule('decided', true) },
  retained: { member: rule('decided', true), leaving: rule('leaves', true) },
  left: { member: rule('joined') },
};

/** What is asked to go from one status to another; `null` where there is no such step. */
export const stepRule = (from: Status, to: Status): StepRule | null => rules[from][to] ?? null;

/** The statuses that may follow, in the order of {@link statuses}. */
export const nextStatuses = (from: Status): readonly Status[] =>
  statuses.filter((to) => stepRule(from, to) !== null);

export interface StepInput {
  /** See {@link StepRule}; blank: today, but for `leaves`, of which the day has to be said. */
  readonly on: Checked<string | null>;
  readonly reason: string;
}

export interface Stepped {
  readonly organisation: Organisation;
  readonly change: MembershipChange;
}

/**
 * The organisation with its next status, its dates and a higher version. Problems are at `status`, `on` and `reason`.
 *
 * @param today ISO date, where the network is
 */
export function step(
  before: Organisation,
  to: Status,
  input: StepInput,
  at: { readonly today: string; readonly now: Temporal.Instant },
): Checked<Stepped> {
  const asked = stepRule(before.status, to);
  if (asked === null) return refuse('status', 'step-not-allowed', whyNot(before.status, to));
  const reason = checkReason(input.reason, asked.needsReason);
  const on = checkOn(input.on, before, asked, at.today);
  if (!reason.ok || !on.ok) return refused(...problemsOf(on, reason));
  const organisation: Organisation = {
    ...moveOn(before, at.now),
    ...datesAfter(before, to, asked, on.value),
    status: to,
    // Why it leaves goes on to be why it left.
    statusReason: reason.value ?? (to === 'left' ? before.statusReason : null),
  };
  const effective = asked.date === 'leaves' ? at.today : on.value;
  return accepted({
    organisation,
    change: membershipChange(before, organisation, effective, reason.value),
  });
}

/** A reason, where one is due. */
export function checkReason(text: string, isDue: boolean): Checked<string | null> {
  const reason = checkOptionalText(text, 'reason', { longest: longestReason, manyLines: true });
  if (!reason.ok || reason.value !== null || !isDue) return reason;
  return refuse('reason', 'reason-missing', 'Say why. It is kept in the organisation’s history.');
}

function datesAfter(
  { joinedOn, leftOn }: Organisation,
  to: Status,
  { date }: StepRule,
  on: string,
): Pick<Organisation, 'joinedOn' | 'leftOn'> {
  if (date === 'joined') return { joinedOn: on, leftOn: null };
  if (date === 'leaves' || date === 'left') return { joinedOn, leftOn: on };
  return { joinedOn, leftOn: isMember(to) ? null : leftOn };
}

function checkOn(
  given: Checked<string | null>,
  { joinedOn, leftOn, status }: Organisation,
  { date }: StepRule,
  today: string,
): Checked<string> {
  const checked = checkPlausible(given, 'on', today);
  if (!checked.ok) return checked;
  if (checked.value === null && date === 'leaves') {
    return refuse('on', 'date-missing', 'Enter the day on which it leaves.');
  }
  const on = checked.value ?? today;
  if (date !== 'leaves' && on > today) {
    return refuse('on', 'date-in-future', 'This day is still to come. Do this step when it has come.');
  }
  if (status === 'left' && leftOn !== null && on < leftOn) {
    return refuse('on', 'joined-before-left', 'It cannot join again before it left. Check the date.');
  }
  if (status !== 'left' && joinedOn !== null && on < joinedOn) {
    return refuse('on', 'before-joined', 'This day is before it joined. Check the date.');
  }
  return accepted(on);
}

function whyNot(from: Status, to: Status): string {
  if (from === to) return `It is ${from} already.`;
  if (to === 'left') return 'First say that it is leaving, and on which day; then, that it has left.';
  const next = nextStatuses(from);
  return `An organisation that is ${from} cannot become ${to}. It can become ${next.join(' or ')}.`;
}
