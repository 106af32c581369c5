import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '#checks';
import { endOf } from '../../set-up/domain/days.js';
import type { ConferenceDetails } from './conference.js';

type Timed = Pick<
  ConferenceDetails,
  'days' | 'zone' | 'opensAt' | 'closesAt' | 'changesUntil' | 'refundSteps'
>;

/** What is wrong between the times of a conference; empty when they fit together. */
export function deadlineProblems(details: Timed): readonly FieldProblem[] {
  const { days, zone, opensAt, closesAt, changesUntil, refundSteps } = details;
  const lastDay = days.at(-1)?.date ?? '';
  const end = endOf(lastDay, zone);
  const isAfter = (instant: Temporal.Instant | null): boolean =>
    instant !== null && Temporal.Instant.compare(instant, end) > 0;
  const problems: FieldProblem[] = [];
  if (isAfter(opensAt)) {
    problems.push({
      field: 'opensAt',
      code: 'after-the-end',
      message: 'Booking begins after the conference is over. Check the date.',
    });
  }
  if (isAfter(closesAt)) {
    problems.push({
      field: 'closesAt',
      code: 'after-the-end',
      message: 'Booking ends after the conference is over. Choose a time up to its last day.',
    });
  }
  if (opensAt !== null && closesAt !== null && Temporal.Instant.compare(opensAt, closesAt) >= 0) {
    problems.push({
      field: 'closesAt',
      code: 'end-before-start',
      message: 'Booking ends before it begins. Check both.',
    });
  }
  if (isAfter(changesUntil)) {
    problems.push({
      field: 'changesUntil',
      code: 'after-the-end',
      message:
        'Bookers could still change their bookings after the conference. Choose a time up to its last day.',
    });
  }
  for (const [index, { until }] of refundSteps.entries()) {
    if (until <= lastDay) continue;
    problems.push({
      field: `refundSteps.${index}.until`,
      code: 'after-the-end',
      message: 'This step of the refunds ends after the conference is over. Check the date.',
    });
  }
  return problems;
}
