import { vatOn, type Amounts } from './vat.js';

/** One line of a document: something that was sold, or a part of it that is credited. */
export interface DocumentLine extends Amounts {
  /** From 1. */
  readonly line: number;
  /** The place that was sold with it; `null`: none. */
  readonly placeId: string | null;
  readonly description: string;
  readonly vatBasisPoints: number;
}

/** What is sold, before VAT. */
export interface SoldItem {
  readonly placeId: string | null;
  readonly description: string;
  readonly netPence: number;
  readonly vatBasisPoints: number;
}

/** The lines of an invoice, VAT worked out line by line. */
export function invoiceLines(items: readonly SoldItem[]): readonly DocumentLine[] {
  return items.map(({ placeId, description, netPence, vatBasisPoints }, index) => {
    const vatPence = vatOn(netPence, vatBasisPoints);
    const grossPence = netPence + vatPence;
    return { line: index + 1, placeId, description, netPence, vatBasisPoints, vatPence, grossPence };
  });
}
