import type { howToPay } from '../money/seller.js';

/** Where money is paid to, as invoices say it. */
export type BankAccount = Omit<ReturnType<typeof howToPay>, 'reference'>;
