import fc from 'fast-check';
import { creditLines, leftOf, linesIssuedAgain, type InvoicedLine } from './credit.js';
import { invoiceLines } from './lines.js';
import { totalOf } from './vat.js';

const items = fc.array(
  fc.record({
    placeId: fc.uuid(),
    description: fc.string(),
    netPence: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2_000_000 })),
    vatBasisPoints: fc.constantFrom(0, 500, 2000),
  }),
  { minLength: 1, maxLength: 6 },
);

const invoiced = (sold: Parameters<typeof invoiceLines>[0]): readonly InvoicedLine[] =>
  invoiceLines(sold).map((line) => ({ ...line, creditedNetPence: 0, creditedVatPence: 0 }));

/** The lines of an invoice after one more credit note. */
function after(lines: readonly InvoicedLine[], percent: number): readonly InvoicedLine[] {
  const credited = creditLines(lines, percent);
  return lines.map((line) => {
    const credit = credited.find((each) => each.line === line.line);
    return {
      ...line,
      creditedNetPence: line.creditedNetPence + (credit?.netPence ?? 0),
      creditedVatPence: line.creditedVatPence + (credit?.vatPence ?? 0),
    };
  });
}

describe('several credit notes of one invoice', () => {
  it('never exceed what was invoiced, in net, in VAT or together', () => {
    fc.assert(
      fc.property(items, fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }), (sold, percents) => {
        const lines = percents.reduce(after, invoiced(sold));
        for (const line of lines) {
          const { netPence, vatPence } = leftOf(line);
          expect(
            Math.min(netPence, vatPence, line.creditedNetPence, line.creditedVatPence),
          ).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('take back all of the VAT with the last of the net amount, and none of it otherwise', () => {
    fc.assert(
      fc.property(items, fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 8 }), (sold, percents) => {
        const lines = after(percents.reduce(after, invoiced(sold)), 100);
        expect(lines.map(leftOf).every(({ grossPence }) => grossPence === 0)).toBe(true);
        expect(creditLines(lines, 100)).toEqual([]);
      }),
    );
  });

  it('keep VAT within a penny of what is due on the net amount that is left', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 100 }), (sold, percent) => {
        for (const line of after(invoiced(sold), percent)) {
          const { netPence, vatPence } = leftOf(line);
          expect(Math.abs(vatPence - (netPence * line.vatBasisPoints) / 10_000)).toBeLessThanOrEqual(
            1.000_001,
          );
        }
      }),
    );
  });
});

it('credits one of five places and leaves the others', () => {
  const five = Array.from({ length: 5 }, (_, index) => ({
    placeId: `${index}`,
    description: `Both days: Delegate ${index}`,
    netPence: 19_500,
    vatBasisPoints: 2000,
  }));
  const one = invoiced(five).filter(({ placeId }) => placeId === '2');
  const credited = creditLines(one, 50);
  expect(credited).toMatchObject([
    { line: 3, placeId: '2', netPence: 9750, vatPence: 1950, grossPence: 11_700 },
  ]);
  const kept = linesIssuedAgain(
    invoiced(five).map((line) => (line.line === 3 ? (after(one, 50)[0] ?? line) : line)),
  );
  expect(totalOf(kept).grossPence).toBe(5 * 23_400 - 11_700);
  expect(kept.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

it('leaves out of an invoice issued again what was credited in full, and keeps what was free', () => {
  const lines = invoiced([
    { placeId: 'a', description: 'Free', netPence: 0, vatBasisPoints: 2000 },
    { placeId: 'b', description: 'Dear', netPence: 19_500, vatBasisPoints: 2000 },
    { placeId: 'c', description: 'Cancelled', netPence: 19_500, vatBasisPoints: 2000 },
  ]).map((line) =>
    line.placeId === 'c' ? { ...line, creditedNetPence: 19_500, creditedVatPence: 3900 } : line,
  );
  expect(linesIssuedAgain(lines).map(({ description, line }) => [line, description])).toEqual([
    [1, 'Free'],
    [2, 'Dear'],
  ]);
});
