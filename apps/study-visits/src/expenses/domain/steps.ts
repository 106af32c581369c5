export const expenseStates = ['written', 'sent', 'agreed', 'refused', 'paid'] as const;

/**
 * How an expense stands: `written` by whoever spent it, `sent` to staff, who have `agreed` or `refused`; `paid` back, where it was
 * their own money.
 */
export type ExpenseState = (typeof expenseStates)[number];

/** Whose money it was. */
export const paidWiths = ['own', 'visit'] as const;

/** `own`: that of whoever claims it, who gets it back; `visit`: the visit's card or cash, so nobody does. */
export type PaidWith = (typeof paidWiths)[number];

export type ExpenseStep = 'save' | 'send' | 'withdraw' | 'agree' | 'refuse' | 'pay' | 'reopen';

interface Move {
  readonly step: ExpenseStep;
  readonly from: ExpenseState;
  readonly to: ExpenseState;
}

/** All that can become of an expense. What staff decided is gone back on one step at a time. */
const moves: readonly Move[] = [
  { step: 'save', from: 'written', to: 'written' },
  { step: 'save', from: 'refused', to: 'written' },
  { step: 'send', from: 'written', to: 'sent' },
  { step: 'withdraw', from: 'sent', to: 'written' },
  { step: 'agree', from: 'sent', to: 'agreed' },
  { step: 'refuse', from: 'sent', to: 'refused' },
  { step: 'pay', from: 'agreed', to: 'paid' },
  { step: 'reopen', from: 'agreed', to: 'sent' },
  { step: 'reopen', from: 'refused', to: 'sent' },
  { step: 'reopen', from: 'paid', to: 'agreed' },
];

/** Where a step leads. @returns `null` where it cannot be taken */
export function stateAfter(
  step: ExpenseStep,
  { state, paidWith }: { readonly state: ExpenseState; readonly paidWith: PaidWith },
): ExpenseState | null {
  if (step === 'pay' && paidWith === 'visit') return null;
  return moves.find((move) => move.step === step && move.from === state)?.to ?? null;
}

/** Whether it can still be changed or deleted: staff have not seen it, or have sent it back. */
export const isOpen = (state: ExpenseState): boolean => state === 'written' || state === 'refused';

/** Whether it counts: staff have agreed. */
export const counts = (state: ExpenseState): boolean => state === 'agreed' || state === 'paid';
