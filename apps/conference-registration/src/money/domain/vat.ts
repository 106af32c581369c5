/**
 * VAT on a net amount: each line's by itself, rounded half up to the penny (VAT Notice 700 §17.5; HMRC internal manual
 * VATREC12010).
 *
 * @param netPence whole pence, not negative
 * @param basisPoints hundredths of a per cent: 2000 is 20 %
 * @returns whole pence
 */
export function vatOn(netPence: number, basisPoints: number): number {
  return shareOf(netPence, basisPoints, 10_000);
}

/**
 * `pence × part ÷ whole`, rounded half up, exact however large the amounts are.
 *
 * @param pence whole pence, not negative, as are the others
 * @param whole more than 0
 * @throws RangeError for a fraction of a penny
 */
export function shareOf(pence: number, part: number, whole: number): number {
  const divisor = BigInt(whole) * 2n;
  return Number((BigInt(pence) * BigInt(part) * 2n + BigInt(whole)) / divisor);
}

/** Amounts of a line or of a whole document. */
export interface Amounts {
  readonly netPence: number;
  readonly vatPence: number;
  readonly grossPence: number;
}

/** The amounts of several lines together. */
export function totalOf(lines: readonly Amounts[]): Amounts {
  return {
    netPence: lines.reduce((total, { netPence }) => total + netPence, 0),
    vatPence: lines.reduce((total, { vatPence }) => total + vatPence, 0),
    grossPence: lines.reduce((total, { grossPence }) => total + grossPence, 0),
  };
}
