import { Temporal } from 'temporal-polyfill';

export const ages = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;

/** How long an invoice has been overdue, in days. */
export type Age = (typeof ages)[number];

export const ageWords: Readonly<Record<Age, string>> = {
  'not-due': 'Not due yet',
  '1-30': '1 to 30 days overdue',
  '31-60': '31 to 60 days overdue',
  '61-90': '61 to 90 days overdue',
  'over-90': 'More than 90 days overdue',
};

/**
 * When an invoice is due.
 *
 * @param issuedOn ISO date
 * @param paymentDays days that there are to pay, from the day of issue
 */
export const dueOn = (issuedOn: string, paymentDays: number): string =>
  Temporal.PlainDate.from(issuedOn).add({ days: paymentDays }).toString();

/** Days since an invoice was due; 0 on the day itself and before. Both are ISO dates. */
export function daysOverdue(due: string, today: string): number {
  return Math.max(0, Temporal.PlainDate.from(due).until(today, { largestUnit: 'days' }).days);
}

/** Both are ISO dates. */
export function ageOf(due: string, today: string): Age {
  const days = daysOverdue(due, today);
  if (days === 0) return 'not-due';
  if (days <= 30) return '1-30';
  if (days <= 60) return '31-60';
  return days <= 90 ? '61-90' : 'over-90';
}

/** Amounts in pence by how long they have been overdue. */
export type ByAge = Readonly<Record<Age, number>>;

/** What is outstanding, by age. */
export function byAge(
  invoices: readonly { readonly dueOn: string; readonly outstandingPence: number }[],
  today: string,
): ByAge {
  const amounts: Record<Age, number> = { 'not-due': 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 };
  for (const { dueOn: due, outstandingPence } of invoices) amounts[ageOf(due, today)] += outstandingPence;
  return amounts;
}
