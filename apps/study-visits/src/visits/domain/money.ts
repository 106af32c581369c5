import {
  accepted,
  checkOptionalText,
  checkPlausibleDay,
  checkWhole,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { RefundStep, Visit } from './visit.js';

/** More steps than this nobody can follow. */
export const mostRefundSteps = 8;

/** A step further ahead than this is a slip of the keyboard. In days. */
const furthestStep = 730;

/** What a place costs, what is had for it, and what becomes of the money of those who withdraw. */
export type Money = Pick<Visit, 'pricePence' | 'priceIncludes' | 'depositPence' | 'balanceDueOn' | 'refunds'>;

/** The same as a form or a program gives it. */
export interface MoneyInput {
  readonly pricePence: Checked<number>;
  readonly priceIncludes: string;
  readonly depositPence: Checked<number>;
  readonly balanceDueOn: Checked<string | null>;
  /** As typed: "60", "50". */
  readonly refunds: readonly { readonly daysBefore: string; readonly percent: string }[];
}

/** Checks and tidies it: all problems, each at its field: `refunds.0.percent`. */
export function checkMoney(input: MoneyInput): Checked<Money> {
  const { pricePence, depositPence } = input;
  const priceIncludes = checkOptionalText(input.priceIncludes, 'priceIncludes', {
    longest: 2000,
    manyLines: true,
  });
  const balanceDueOn = checkPlausibleDay(input.balanceDueOn, 'balanceDueOn');
  const refunds = checkRefunds(input.refunds);
  if (!pricePence.ok || !priceIncludes.ok || !depositPence.ok || !balanceDueOn.ok || !refunds.ok) {
    return refused(...problemsOf(pricePence, priceIncludes, depositPence, balanceDueOn, refunds));
  }
  if (depositPence.value > pricePence.value) {
    return refuse(
      'depositPence',
      'more-than-price',
      'The deposit is more than the price, which it is a part of. Check both.',
    );
  }
  if (balanceDueOn.value !== null && depositPence.value === pricePence.value) {
    return refuse(
      'balanceDueOn',
      'no-balance',
      'The deposit is the whole price, so there is no balance. Leave this day blank, or change the deposit.',
    );
  }
  return accepted({
    pricePence: pricePence.value,
    priceIncludes: priceIncludes.value ?? '',
    depositPence: depositPence.value,
    balanceDueOn: balanceDueOn.value,
    refunds: refunds.value,
  });
}

/** The longest before first, whatever the order in which they were given: whoever withdraws later is charged no less. */
function checkRefunds(input: MoneyInput['refunds']): Checked<readonly RefundStep[]> {
  if (input.length > mostRefundSteps) {
    return refuse(
      'refunds',
      'too-many',
      `There are ${input.length} steps. Keep ${mostRefundSteps} or fewer.`,
    );
  }
  const checks = input.map(checkStep);
  const steps = checks
    .flatMap((check, index) => (check.ok ? [{ ...check.value, index }] : []))
    .toSorted((one, other) => other.daysBefore - one.daysBefore);
  if (steps.length < checks.length) return refused(...problemsOf(...checks));
  for (const [place, step] of steps.entries()) {
    const earlier = steps[place - 1];
    if (earlier === undefined) continue;
    if (step.daysBefore === earlier.daysBefore) {
      const field = `refunds.${Math.max(step.index, earlier.index)}.daysBefore`;
      return refuse(field, 'given-twice', 'Two steps begin on the same day. Keep one of them.');
    }
    if (step.percent >= earlier.percent) {
      const message = `Whoever withdraws ${earlier.daysBefore} days before gets ${earlier.percent} per cent back. Later it must be less.`;
      return refuse(`refunds.${step.index}.percent`, 'out-of-order', message);
    }
  }
  return accepted(steps.map(({ daysBefore, percent }) => ({ daysBefore, percent })));
}

function checkStep(
  { daysBefore, percent }: MoneyInput['refunds'][number],
  index: number,
): Checked<RefundStep> {
  const field = `refunds.${index}`;
  const days = checkWhole(daysBefore, `${field}.daysBefore`, {
    what: 'how many days before the visit',
    least: 0,
    most: furthestStep,
  });
  const share = checkWhole(percent.replace(/\s*%\s*$/, ''), `${field}.percent`, {
    what: 'the share that is given back',
    least: 1,
    most: 100,
  });
  return days.ok && share.ok
    ? accepted({ daysBefore: days.value, percent: share.value })
    : refused(...problemsOf(days, share));
}
