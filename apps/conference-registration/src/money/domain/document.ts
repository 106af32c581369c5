export const documentKinds = ['invoice', 'credit-note', 'receipt'] as const;

/** Each kind has a series of numbers of its own. */
export type DocumentKind = (typeof documentKinds)[number];

export const documentWords: Readonly<Record<DocumentKind, string>> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  receipt: 'Receipt',
};

/**
 * On whose word a document was issued. Not by name, as documents are kept for years and their rows never change: histories
 * and payments say who it was.
 */
export type Issuer = 'staff' | 'booker';

/** Digits of a number in a label; more are used once there are more documents than they can count. */
const digits = 5;

/** "INV-00012" */
export const labelOf = (prefix: string, number: number): string =>
  `${prefix}${String(number).padStart(digits, '0')}`;
