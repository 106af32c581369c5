import { Temporal } from 'temporal-polyfill';
import { dateInWords, plural, Tag } from '#ui';
import { daysOverdue } from '../domain/ageing.js';

/** "9 March 2027". @param day ISO date */
export const dayInWords = (day: string): string =>
  dateInWords(Temporal.PlainDate.from(day), { weekday: false });

export interface InvoiceTagProps {
  readonly dueOn: string;
  readonly grossPence: number;
  readonly outstandingPence: number;
  /** ISO date. */
  readonly today: string;
}

/** How an invoice stands, in a word or two. */
export function InvoiceTag({ dueOn, grossPence, outstandingPence, today }: InvoiceTagProps) {
  if (outstandingPence === 0) return <Tag colour="green">Settled</Tag>;
  const days = daysOverdue(dueOn, today);
  if (days > 0) return <Tag colour="red">{plural(days, 'day')} overdue</Tag>;
  return outstandingPence < grossPence ? (
    <Tag colour="blue">Part settled</Tag>
  ) : (
    <Tag colour="grey">Not due yet</Tag>
  );
}
