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
 * `pence × part ÷ whole`, rounded half up. Exact for amounts that a document can have: 2³¹ pence times 10,000 is below 2⁵³.
 *
 * @param pence whole pence, not negative
 * @throws RangeError where the sum would no longer be exact
 */
export function shareOf(pence: number, part: number, whole: number): number {
  const product = pence * part * 2 + whole;
  if (!Number.isSafeInteger(product)) throw new RangeError(`${pence} × ${part} cannot be told exactly`);
  return Math.floor(product / (whole * 2));
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
