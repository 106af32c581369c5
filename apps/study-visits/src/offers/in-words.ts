import { moneyInWords } from '#ui';
import type { Visit } from '../visits/domain/visit.js';
import type { OfferStatus } from './domain/offer.js';

export const offerStatusWords: Readonly<Record<OfferStatus, string>> = {
  offered: 'Not answered yet',
  accepted: 'Accepted',
  declined: 'Declined',
  lapsed: 'Not answered in time',
  withdrawn: 'Withdrawn',
};

/** What a place that is offered costs, as a sentence: "The place costs £950, of which £150 is due when you accept." */
export function costInWords(
  { pricePence, depositPence }: Pick<Visit, 'pricePence' | 'depositPence'>,
  funded: boolean,
): string {
  if (funded) return 'The place is funded: it costs you nothing.';
  if (pricePence === 0) return 'The place costs nothing.';
  const [price, deposit] = [pricePence, depositPence].map((pence) =>
    moneyInWords(pence, { dropZeroPence: true }),
  );
  return depositPence === 0 || depositPence === pricePence
    ? `The place costs ${price}.`
    : `The place costs ${price}, of which ${deposit} is due when you accept.`;
}
