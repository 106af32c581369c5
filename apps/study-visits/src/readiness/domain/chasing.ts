import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '#checks';

/** So many days before the first day of a visit travellers are written to, unless staff say otherwise. */
export const usualSteps: readonly number[] = [56, 42, 28, 21, 14, 7, 3];

/** So many days are left between two of these mails to the same traveller, and after their place was confirmed. */
export const daysBetween = 3;

const mostSteps = 20;
const longestBefore = 365;

/** What decides whether somebody is written to. Days are ISO, on the clock of the network. */
export interface ChaseQuestion {
  readonly today: string;
  readonly firstDay: string;
  /** Days before the first one, in any order. */
  readonly steps: readonly number[];
  readonly confirmedOn: string;
  /** What they were sent so far. */
  readonly sent: readonly { readonly step: number; readonly on: string }[];
  /** Whether anything is still for them to do. */
  readonly isOpen: boolean;
}

/**
 * Which step of the chasing a traveller is to be written to for today. Of steps that were let pass, as while the service was down,
 * only the last counts: nobody is sent two mails at once.
 *
 * @returns `null`: none
 */
export function stepDue({ today, firstDay, steps, confirmedOn, sent, isOpen }: ChaseQuestion): number | null {
  const left = daysFrom(today, firstDay);
  if (!isOpen || left < 0) return null;
  const reached = steps.filter((step) => step >= left);
  if (reached.length === 0) return null;
  const step = Math.min(...reached);
  const isTooSoon = [confirmedOn, ...sent.map(({ on }) => on)].some(
    (on) => daysFrom(on, today) < daysBetween,
  );
  return isTooSoon || sent.some((mail) => mail.step <= step) ? null : step;
}

const daysFrom = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other), { largestUnit: 'days' }).days;

/** Steps as staff type them: "56, 28, 7". @returns the longest before first, each once */
export function readSteps(text: string, field: string): Checked<readonly number[]> {
  const parts = text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const steps = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  if (steps.length === 0)
    return refuse(field, 'missing', 'Enter at least one number of days, or switch the mails off.');
  if (steps.some((step) => Number.isNaN(step) || step > longestBefore)) {
    return refuse(
      field,
      'steps-unreadable',
      `Write whole numbers of days from 0 to ${longestBefore}, with commas between them: 56, 28, 7.`,
    );
  }
  const sorted = [...new Set(steps)].toSorted((one, other) => other - one);
  if (sorted.length > mostSteps) return refuse(field, 'too-many', `Leave ${mostSteps} steps or fewer.`);
  const isClose = sorted.some((step, index) => index > 0 && (sorted[index - 1] ?? 0) - step < daysBetween);
  return isClose
    ? refuse(field, 'too-close', `Leave ${daysBetween} days or more between two mails.`)
    : accepted(sorted);
}
