import { accepted, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
import { checkPlausible } from './dates.js';
import type { Discount } from './organisation.js';

export interface DiscountInput {
  /** A whole number from 1 to 100, with or without "%". */
  readonly percent: string;
  readonly reason: string;
  readonly endsOn: Checked<string | null>;
}

/** A negotiated discount; `null` when nothing is filled in. With a percentage a reason is due. */
export function checkDiscount(input: DiscountInput | null, today: string): Checked<Discount | null> {
  if (input === null || isBlank(input)) return accepted(null);
  const percent = checkPercent(input.percent);
  const reason = checkText(input.reason, 'discount.reason', {
    longest: 1000,
    missing: { code: 'missing', message: 'Say why it has a discount, and who agreed to it.' },
  });
  const endsOn = checkPlausible(input.endsOn, 'discount.endsOn', today);
  if (!percent.ok || !reason.ok || !endsOn.ok) return refused(...problemsOf(percent, reason, endsOn));
  return accepted({ percent: percent.value, reason: reason.value, endsOn: endsOn.value });
}

const isBlank = ({ percent, reason, endsOn }: DiscountInput): boolean =>
  percent.trim() === '' && reason.trim() === '' && endsOn.ok && endsOn.value === null;

function checkPercent(text: string): Checked<number> {
  const digits = /^(\d{1,3})\s*%?$/.exec(text.trim())?.[1];
  const percent = Number(digits ?? 0);
  if (percent >= 1 && percent <= 100) return accepted(percent);
  return refuse(
    'discount.percent',
    'percent-out-of-range',
    'Enter the discount as a whole number from 1 to 100, such as 25.',
  );
}
