import { Temporal } from 'temporal-polyfill';
import type { Visit } from '../../visits/domain/visit.js';

/** For so many days after the last one people can say how it was, and change it. */
export const openForDays = 42;

/** They are asked once, and reminded once, at least so many days after that. */
export const remindedAfterDays = 10;

/** After so few answers or fewer nobody sees them: it would be seen whose they are. */
export const leastAnswers = 3;

export type FeedbackStep = 'asked' | 'reminded';

export type FeedbackWindow = 'not-yet' | 'open' | 'closed';

type AboutVisit = Pick<Visit, 'status' | 'firstDay' | 'lastDay' | 'zone'>;

/** The first day on which somebody can say how it was, ISO. */
export const firstDayToAnswer = ({ lastDay }: Pick<Visit, 'lastDay'>): string =>
  Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString();

/** The last one, ISO. */
export const lastDayToAnswer = ({ lastDay }: Pick<Visit, 'lastDay'>): string =>
  Temporal.PlainDate.from(lastDay).add({ days: openForDays }).toString();

/** Whether somebody can say now how it was, by the clock where the visit went. A visit that did not take place never opens. */
export function feedbackWindow(visit: AboutVisit, now: Temporal.Instant): FeedbackWindow {
  if (visit.status !== 'over') return 'not-yet';
  const today = now.toZonedDateTimeISO(visit.zone).toPlainDate().toString();
  return today <= lastDayToAnswer(visit) ? 'open' : 'closed';
}

/** What there is to decide by whether somebody is written to. */
export interface Asked {
  /** ISO; the network's. */
  readonly today: string;
  /** When they were asked and reminded, ISO; `null`: not yet. */
  readonly askedOn: string | null;
  readonly remindedOn: string | null;
  readonly hasAnswered: boolean;
}

/**
 * What somebody is written now, of a visit that is over and can be answered still. Whoever has answered is left in peace, and
 * nobody is reminded of what they can hardly do any more.
 *
 * @returns `null`: nothing
 */
export function mailDue(
  visit: Pick<Visit, 'lastDay'>,
  { today, askedOn, remindedOn, hasAnswered }: Asked,
): FeedbackStep | null {
  if (hasAnswered || today >= lastDayToAnswer(visit)) return null;
  if (askedOn === null) return 'asked';
  if (remindedOn !== null) return null;
  const soonest = Temporal.PlainDate.from(askedOn).add({ days: remindedAfterDays }).toString();
  return today >= soonest ? 'reminded' : null;
}
