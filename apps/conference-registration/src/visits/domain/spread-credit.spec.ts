import fc from 'fast-check';
import { creditLines, type InvoicedLine } from '../../money/domain/credit.js';
import { invoiceLines } from '../../money/domain/lines.js';
import { totalOf } from '../../money/domain/vat.js';
import { spreadCredit } from './spread-credit.js';

const item = fc.record({
  placeId: fc.constant(null),
  description: fc.constant('Deposit'),
  netPence: fc.integer({ min: 1, max: 500_000 }),
  vatBasisPoints: fc.constantFrom(0, 500, 2000),
});
const sold = fc.array(item, { minLength: 1, maxLength: 6 }).map(invoiceLines);

/** Lines of which nothing, some or all was credited. */
const invoiced = fc
  .tuple(sold, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }))
  .map(([lines, percents]): InvoicedLine[] =>
    lines.map((line, index) => {
      const [before] = creditLines(
        [{ ...line, creditedNetPence: 0, creditedVatPence: 0 }],
        percents[index] ?? 0,
      );
      return {
        ...line,
        creditedNetPence: before?.netPence ?? 0,
        creditedVatPence: before?.vatPence ?? 0,
      };
    }),
  );

const left = (lines: readonly InvoicedLine[]) =>
  lines.reduce((sum, { netPence, creditedNetPence }) => sum + netPence - creditedNetPence, 0);

describe('an amount that is credited', () => {
  it('is spread over the lines to the penny, and never more than is left', () => {
    fc.assert(
      fc.property(invoiced, fc.integer({ min: 1, max: 4_000_000 }), (lines, netPence) => {
        const credited = creditLines(lines, spreadCredit(lines, netPence));
        expect(totalOf(credited).netPence).toBe(Math.min(netPence, left(lines)));
        for (const part of credited) {
          const line = lines.find(({ line: number }) => number === part.line);
          expect(part.netPence + (line?.creditedNetPence ?? 0)).toBeLessThanOrEqual(line?.netPence ?? 0);
          expect(part.vatPence + (line?.creditedVatPence ?? 0)).toBeLessThanOrEqual(line?.vatPence ?? 0);
        }
      }),
    );
  });
});
