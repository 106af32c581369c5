import type { DocumentKind } from './document.js';

/** Something that changes what a customer owes. */
export interface Movement {
  readonly kind: Exclude<DocumentKind, 'receipt'> | 'payment' | 'refund';
  readonly id: string;
  /** ISO date. */
  readonly on: string;
  /** "INV-00012"; of payments what the bank says. */
  readonly label: string;
  /** What it is for. */
  readonly about: string;
  /** Whole pence, not negative. */
  readonly pence: number;
}

/** A line of a statement of account. */
export interface StatementLine extends Movement {
  /** What it adds to what is owed; `null` where it takes something off. */
  readonly chargedPence: number | null;
  readonly paidPence: number | null;
  /** What is owed after it; below zero it is the customer's credit. */
  readonly balancePence: number;
}

/** What raises the balance; the others lower it. */
const charging: ReadonlySet<Movement['kind']> = new Set(['invoice', 'refund']);

/** On one day, what is owed comes before what pays it. */
const order: readonly Movement['kind'][] = ['invoice', 'credit-note', 'payment', 'refund'];

/** A statement of account: every movement by its day, with what is owed after it. */
export function statementOf(movements: readonly Movement[]): readonly StatementLine[] {
  const sorted = movements.toSorted((a, b) =>
    a.on === b.on ? order.indexOf(a.kind) - order.indexOf(b.kind) : a.on < b.on ? -1 : 1,
  );
  let balancePence = 0;
  return sorted.map((movement) => {
    const isCharge = charging.has(movement.kind);
    balancePence += isCharge ? movement.pence : -movement.pence;
    return {
      ...movement,
      chargedPence: isCharge ? movement.pence : null,
      paidPence: isCharge ? null : movement.pence,
      balancePence,
    };
  });
}
