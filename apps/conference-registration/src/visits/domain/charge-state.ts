import type { VisitInvoiceFacts } from '#contracts';

/** What became of a charge, in pence with VAT. */
export interface ChargeSums {
  /** As it was asked for. */
  readonly invoicedPence: number;
  readonly creditedPence: number;
  readonly outstandingPence: number;
}

/** How a charge stands. One of which a part was credited counts as paid once the rest is. */
export function chargeState(sums: ChargeSums): VisitInvoiceFacts['state'] {
  const { invoicedPence, creditedPence, outstandingPence } = sums;
  if (creditedPence >= invoicedPence) return 'credited';
  if (outstandingPence === 0) return 'paid';
  return outstandingPence < invoicedPence - creditedPence ? 'part-paid' : 'issued';
}
