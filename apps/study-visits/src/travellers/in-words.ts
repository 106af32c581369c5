import { Temporal } from 'temporal-polyfill';
import { dateInWords, moneyInWords } from '#ui';
import type { Visit } from '../visits/domain/visit.js';
import { stillCharged } from './domain/refund.js';

/** What whoever withdraws pays, in sentences, by the day on which they do. */
export function refundRulesInWords({
  refunds,
  firstDay,
  pricePence,
}: Pick<Visit, 'refunds' | 'firstDay' | 'pricePence'>): readonly string[] {
  const steps = refunds.toSorted((one, other) => other.daysBefore - one.daysBefore);
  const first = Temporal.PlainDate.from(firstDay);
  return [
    ...steps.map(({ daysBefore, percent }) => {
      const until = dateInWords(first.subtract({ days: daysBefore }));
      return `Until ${until}: pays ${moneyInWords(stillCharged(pricePence, percent))}`;
    }),
    `${steps.length === 0 ? 'At any time' : 'After that'}: pays the whole price, ${moneyInWords(pricePence)}`,
  ];
}
