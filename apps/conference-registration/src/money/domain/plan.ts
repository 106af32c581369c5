import { oldestFirst, settle, type OpenInvoice, type Part, type Source } from './settling.js';

/**
 * Which invoices money goes to: those that were chosen, in that order; the oldest first; or none, so that it is kept as
 * credit.
 */
export type Choice =
  | { readonly which: 'oldest' }
  | { readonly which: 'chosen'; readonly invoiceIds: readonly string[] }
  | { readonly which: 'none' };

export const choices = ['oldest', 'chosen', 'none'] as const;

/** What becomes of money: so much for each invoice, the rest as credit. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly creditPence: number;
}

/**
 * @param open all of the customer's invoices with something outstanding
 * @returns `null` where an invoice was chosen that is none of these: another customer's, or one that is settled
 */
export function planFor(source: Source, open: readonly OpenInvoice[], choice: Choice): Plan | null {
  const invoices = chosen(open, choice);
  if (invoices === null) return null;
  const parts = settle([source], invoices);
  return { parts, creditPence: source.leftPence - parts.reduce((total, { pence }) => total + pence, 0) };
}

function chosen(open: readonly OpenInvoice[], choice: Choice): readonly OpenInvoice[] | null {
  if (choice.which === 'none') return [];
  if (choice.which === 'oldest') return oldestFirst(open);
  const found = [...new Set(choice.invoiceIds)].map((id) => open.find((invoice) => invoice.id === id));
  return found.every((invoice) => invoice !== undefined) ? found : null;
}

/** A plan as one text: the same exactly if the same invoices get the same. */
export const planKey = ({ parts, creditPence }: Plan): string =>
  [...parts.map(({ invoiceId, pence }) => `${invoiceId}:${pence}`), `credit:${creditPence}`].join(',');
