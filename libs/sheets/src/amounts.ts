/**
 * Pence as pounds in figures: "195.00", "-5.00"
 * @throws RangeError for a fraction of a penny
 */
export function poundsOf(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`money is whole pence, not ${pence}`);
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** @throws RangeError for what no spreadsheet can hold */
export function numberOf(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`a cell holds no ${value}`);
}

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
