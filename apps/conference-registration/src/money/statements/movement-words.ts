import type { Movement } from '../domain/statement.js';

const words: Readonly<Record<Movement['kind'], string>> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  payment: 'Payment',
  refund: 'Refund',
};

/** "Invoice INV-00012", "Payment (CN-7K3QFM)" */
export function movementWords({ kind, label }: Pick<Movement, 'kind' | 'label'>): string {
  if (label === '') return words[kind];
  return kind === 'payment' || kind === 'refund' ? `${words[kind]} (${label})` : `${words[kind]} ${label}`;
}
