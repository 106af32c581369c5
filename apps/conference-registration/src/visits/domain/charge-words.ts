import type { VisitInvoiceAsked } from '#contracts';

type Kind = VisitInvoiceAsked['kind'];

/** What is to be paid for a place on a study visit. */
export const chargeWords: Readonly<Record<Kind, string>> = {
  deposit: 'Deposit',
  balance: 'Balance',
  price: 'Price of the place',
};

export const chargeInSentence: Readonly<Record<Kind, string>> = {
  deposit: 'the deposit',
  balance: 'the balance',
  price: 'the price of the place',
};
