/** "1,170": digits in groups of three. */
export function numberInWords(amount: number): string {
  const [whole = '', fraction] = String(Math.abs(amount)).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

export interface MoneyOptions {
  /** Leaves out the pence where there are none: "£1,170". */
  readonly dropZeroPence?: boolean;
}

/**
 * "£195.00", "−£1,170.50"
 * @param pence whole pence
 * @throws RangeError for a fraction of a penny
 */
export function moneyInWords(pence: number, options: MoneyOptions = {}): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`money is whole pence, not ${pence}`);
  const amount = Math.abs(pence);
  const small = String(amount % 100).padStart(2, '0');
  const shown = options.dropZeroPence === true && small === '00' ? '' : `.${small}`;
  return `${pence < 0 ? '−' : ''}£${numberInWords(Math.floor(amount / 100))}${shown}`;
}

/** "1 invoice", "3 invoices", "2 people" */
export function plural(amount: number, one: string, many = `${one}s`): string {
  return `${numberInWords(amount)} ${amount === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c" */
export function listInWords(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
