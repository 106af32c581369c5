import { accepted, checkWhole, problemsOf, refuse, refused, type Checked } from '#checks';
import { checkPlausibleDay } from '../../set-up/domain/days.js';
import type { RefundStep } from './conference.js';

/** More steps than this nobody can follow. */
export const mostRefundSteps = 10;

export interface RefundStepInput {
  readonly until: Checked<string | null>;
  /** As typed: "50". */
  readonly percent: string;
}

/**
 * What is paid back until when: later days pay back less.
 *
 * @returns problems at `refundSteps.0.until` and `refundSteps.0.percent`
 */
export function checkRefundSteps(input: readonly RefundStepInput[]): Checked<readonly RefundStep[]> {
  if (input.length > mostRefundSteps) {
    return refuse(
      'refundSteps',
      'too-many',
      `There are ${input.length} steps. Keep ${mostRefundSteps} or fewer.`,
    );
  }
  const checks = input.map(checkStep);
  const steps = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (steps.length < checks.length) return refused(...problemsOf(...checks));
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined) continue;
    if (step.until <= before.until) {
      return refuse(
        `refundSteps.${index}.until`,
        'out-of-order',
        'Each step ends after the one before it. Put them in order.',
      );
    }
    if (step.percent >= before.percent) {
      return refuse(
        `refundSteps.${index}.percent`,
        'out-of-order',
        'A later step pays back less than the one before it.',
      );
    }
  }
  return accepted(steps);
}

function checkStep({ until, percent }: RefundStepInput, index: number): Checked<RefundStep> {
  const field = `refundSteps.${index}`;
  const day = checkPlausibleDay(until, `${field}.until`);
  const share = checkWhole(percent.replace(/\s*%\s*$/, ''), `${field}.percent`, {
    what: 'how much is paid back, in per cent',
    least: 0,
    most: 100,
  });
  if (!day.ok || !share.ok) return refused(...problemsOf(day, share));
  if (day.value === null) return refuse(`${field}.until`, 'date-missing', 'Enter the last day of this step.');
  return accepted({ until: day.value, percent: share.value });
}
