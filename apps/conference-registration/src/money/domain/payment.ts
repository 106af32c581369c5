/** `in`: the customer paid; `out`: the customer had money back. */
export type PaymentDirection = 'in' | 'out';

export const paymentMethods = ['bank-transfer', 'cheque', 'card', 'cash', 'other'] as const;

/** How money moved. Cards are not taken by this site; staff may still have taken one elsewhere. */
export type PaymentMethod = (typeof paymentMethods)[number];

export const methodWords: Readonly<Record<PaymentMethod, string>> = {
  'bank-transfer': 'Bank transfer',
  cheque: 'Cheque',
  card: 'Card, taken elsewhere',
  cash: 'Cash',
  other: 'Another way',
};
