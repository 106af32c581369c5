import type { DocumentLine } from './lines.js';
import { shareOf, type Amounts } from './vat.js';

/** A line of an invoice, with what was credited of it so far. */
export interface InvoicedLine extends DocumentLine {
  readonly creditedNetPence: number;
  readonly creditedVatPence: number;
}

/** What is left of a line once its credits are taken off. */
export function leftOf(line: InvoicedLine): Amounts {
  const netPence = line.netPence - line.creditedNetPence;
  const vatPence = line.vatPence - line.creditedVatPence;
  return { netPence, vatPence, grossPence: netPence + vatPence };
}

/** A part of what was invoiced: `part` of `whole`, whole numbers. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How much is credited: so many per cent of every line (whole, 0 to 100), or a share of each by itself. */
export type HowMuch = number | ((line: InvoicedLine) => Share);

/**
 * The lines of a credit note: so many per cent of what was invoiced, never more than is left of each line. VAT follows the
 * net amount, so that a line which is credited in full, in however many parts, has all its VAT credited and not a penny more
 * (VAT Notice 700 §18.2).
 *
 * @param howMuch of what was invoiced
 * @returns lines with positive amounts and the numbers of those that they credit; lines with nothing to credit are left out
 */
export function creditLines(lines: readonly InvoicedLine[], howMuch: HowMuch): readonly DocumentLine[] {
  return lines.flatMap((line) => {
    const left = leftOf(line);
    const { part, whole } = typeof howMuch === 'number' ? { part: howMuch, whole: 100 } : howMuch(line);
    const netPence = Math.min(left.netPence, shareOf(line.netPence, part, whole));
    if (netPence <= 0) return [];
    const vatSoFar = shareOf(line.vatPence, line.creditedNetPence + netPence, line.netPence);
    const vatPence = Math.min(left.vatPence, Math.max(0, vatSoFar - line.creditedVatPence));
    const { line: number, placeId, description, vatBasisPoints } = line;
    return [
      {
        line: number,
        placeId,
        description,
        vatBasisPoints,
        netPence,
        vatPence,
        grossPence: netPence + vatPence,
      },
    ];
  });
}

/** The lines of an invoice that takes the place of another: what is left of it, numbered afresh. */
export function linesIssuedAgain(lines: readonly InvoicedLine[]): readonly DocumentLine[] {
  return lines
    .filter((line) => line.netPence === 0 || leftOf(line).netPence > 0)
    .map((line, index) => ({
      line: index + 1,
      placeId: line.placeId,
      description: line.description,
      vatBasisPoints: line.vatBasisPoints,
      ...leftOf(line),
    }));
}
