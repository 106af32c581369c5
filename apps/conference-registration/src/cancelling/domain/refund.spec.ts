import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { InvoicedLine } from '../../money/domain/credit.js';
import { vatOn } from '../../money/domain/vat.js';
import { refundPercent, workOutRefund } from './refund.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const steps = [
  { until: '2027-05-31', percent: 100 },
  { until: '2027-06-30', percent: 50 },
];

const line = (placeId: string, netPence: number, credited = 0, vatBasisPoints = 2000): InvoicedLine => {
  const vatPence = vatOn(netPence, vatBasisPoints);
  return {
    line: 1,
    placeId,
    description: placeId,
    netPence,
    vatBasisPoints,
    vatPence,
    grossPence: netPence + vatPence,
    creditedNetPence: credited,
    creditedVatPence: vatOn(credited, vatBasisPoints),
  };
};

describe('refundPercent', () => {
  it.each([
    ['2027-01-01', 100],
    ['2027-05-31', 100],
    ['2027-06-01', 50],
    ['2027-06-30', 50],
    ['2027-07-01', 0],
  ])('is that of the step which holds on %s: %i', (on, percent) => {
    expect(refundPercent(steps, day(on))).toBe(percent);
  });

  it('is nothing where there are no steps', () => {
    expect(refundPercent([], day('2027-01-01'))).toBe(0);
  });
});

describe('workOutRefund', () => {
  it('says of each place what was invoiced and what is paid back', () => {
    const refund = workOutRefund(['a', 'b', 'free'], [line('a', 19_500), line('b', 4500)], 50);
    expect(refund.lines.map(({ placeId, back }) => [placeId, back])).toEqual([
      ['a', { netPence: 9750, vatPence: 1950, grossPence: 11_700 }],
      ['b', { netPence: 2250, vatPence: 450, grossPence: 2700 }],
      ['free', { netPence: 0, vatPence: 0, grossPence: 0 }],
    ]);
    expect(refund.invoiced.grossPence).toBe(28_800);
    expect(refund.back.grossPence).toBe(14_400);
  });

  it('pays back what was issued again once alone', () => {
    const refund = workOutRefund(['a'], [line('a', 19_500, 19_500), line('a', 19_500)], 100);
    expect(refund.back.grossPence).toBe(23_400);
  });

  const invoiced = fc
    .array(
      fc.record({
        net: fc.integer({ min: 0, max: 1_000_000 }),
        credited: fc.integer({ min: 0, max: 100 }),
        vat: fc.constantFrom(0, 500, 2000),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((lines) =>
      lines.map(({ net, credited, vat }, index) =>
        line(`p${index % 3}`, net, Math.floor((net * credited) / 100), vat),
      ),
    );

  it('never pays back more than is left, nor less than nothing; in full it pays back exactly what is left', () => {
    fc.assert(
      fc.property(invoiced, fc.integer({ min: 0, max: 100 }), (lines, percent) => {
        const places = ['p0', 'p1', 'p2'];
        const refund = workOutRefund(places, lines, percent);
        for (const { invoiced: left, back } of refund.lines) {
          for (const part of ['netPence', 'vatPence', 'grossPence'] as const) {
            expect(back[part]).toBeGreaterThanOrEqual(0);
            expect(back[part]).toBeLessThanOrEqual(left[part]);
          }
          expect(back.grossPence).toBe(back.netPence + back.vatPence);
        }
        const full = workOutRefund(places, lines, 100);
        expect(full.back.netPence).toBe(full.invoiced.netPence);
        expect(workOutRefund(places, lines, 0).back.grossPence).toBe(0);
      }),
    );
  });

  it('pays back no less for a higher percentage, and together what it pays back place by place', () => {
    fc.assert(
      fc.property(
        invoiced,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (lines, one, other) => {
          const places = ['p0', 'p1', 'p2'];
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const more = workOutRefund(places, lines, high).back.grossPence;
          expect(more).toBeGreaterThanOrEqual(workOutRefund(places, lines, low).back.grossPence);
          const apart = places.map((place) => workOutRefund([place], lines, high).back.grossPence);
          expect(apart.reduce((sum, pence) => sum + pence, 0)).toBe(more);
        },
      ),
    );
  });
});
