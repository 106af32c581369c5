import { leftOf, type InvoicedLine, type Share } from '../../money/domain/credit.js';

/**
 * Spreads an amount over the lines of an invoice, the first of them first: never more than is left of each.
 *
 * @param netPence without VAT
 * @returns how much of each line is credited, for `creditLines`
 */
export function spreadCredit(
  lines: readonly InvoicedLine[],
  netPence: number,
): (line: InvoicedLine) => Share {
  let wanted = netPence;
  const parts = new Map<number, number>();
  for (const line of lines) {
    const part = Math.max(0, Math.min(wanted, leftOf(line).netPence));
    wanted -= part;
    parts.set(line.line, part);
  }
  return ({ line, netPence: whole }) => ({ part: parts.get(line) ?? 0, whole });
}
