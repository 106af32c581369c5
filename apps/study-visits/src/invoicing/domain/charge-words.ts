import type { VisitInvoiceFacts } from '#contracts';
import type { ChargeKind } from './charges.js';

/** As lines of invoices say it. */
export const chargeDescriptions: Readonly<Record<ChargeKind, string>> = {
  deposit: 'Deposit for a place on the study visit',
  balance: 'Balance for a place on the study visit',
  price: 'Place on the study visit',
};

/** As pages name it. */
export const chargeTitles: Readonly<Record<ChargeKind, string>> = {
  deposit: 'Deposit',
  balance: 'Balance',
  price: 'Price of the place',
};

/** How a charge stands. */
export type Standing = 'asked' | 'to-pay' | 'part-paid' | 'overdue' | 'paid' | 'credited';

/**
 * @param invoice as conference registration last told; `null`: it has not issued it yet
 * @param today ISO date
 */
export function standingOf(
  invoice: Pick<VisitInvoiceFacts, 'state' | 'dueOn'> | null,
  today: string,
): Standing {
  if (invoice === null) return 'asked';
  const { state, dueOn } = invoice;
  if (state === 'paid' || state === 'credited') return state;
  if (dueOn < today) return 'overdue';
  return state === 'part-paid' ? 'part-paid' : 'to-pay';
}

export const standingWords: Readonly<Record<Standing, string>> = {
  asked: 'Invoice on its way',
  'to-pay': 'To be paid',
  'part-paid': 'Part paid',
  overdue: 'Overdue',
  paid: 'Paid',
  credited: 'Credited',
};
