import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { FreeAllocation, Price } from '../../catalogue/domain/catalogue.js';
import {
  sampleCatalogue,
  sampleCode,
  sampleTicket,
} from '../../catalogue/domain/testing/sample-catalogue.js';
import { ordinaryUntil } from '../../tickets/domain/ticket-type.js';
import { paidPrice, priceOn } from './price.js';
import { quote, type QuoteTerms } from './quote.js';

const on = Temporal.PlainDate.from('2027-03-31');

const terms = (different: Partial<QuoteTerms> = {}): QuoteTerms => ({
  category: 'full',
  organisationId: 'rochdale',
  discountPercent: 0,
  on,
  code: null,
  allocationsLeft: new Map(),
  ...different,
});

const price = (pence: number, until = ordinaryUntil, category: Price['category'] = 'full'): Price => ({
  category,
  until,
  pence,
});

describe('the price on a day', () => {
  const ticket = { prices: [price(19_500), price(15_000, '2027-03-31'), price(10_000, '2027-01-31')] };

  it.each([
    ['2027-01-31', 10_000],
    ['2027-02-01', 15_000],
    ['2027-03-31', 15_000],
    ['2027-04-01', 19_500],
  ])('is on %s the one that ends first of those that hold, its last day included', (day, pence) => {
    expect(priceOn(ticket, 'full', Temporal.PlainDate.from(day))?.pence).toBe(pence);
  });

  it('is none for a category that has none', () => {
    expect(priceOn(ticket, 'non-member', on)).toBeUndefined();
  });
});

describe('what is paid', () => {
  const ticket = { prices: [price(19_501)] };
  const paid = (discountPercent: number, priceChange: Parameters<typeof sampleCode>[0] = {}) =>
    paidPrice(ticket, { category: 'full', discountPercent }, on, sampleCode(priceChange));

  it('is less the negotiated discount, rounded half up', () => {
    // 25 % off £195.01 is £146.2575; half off is £97.505.
    expect(paid(25)).toBe(14_626);
    expect(paid(50)).toBe(9_751);
    expect(paid(100)).toBe(0);
  });

  it('is then changed by the code', () => {
    expect(paid(50, { priceChange: { kind: 'percent', percent: 10 } })).toBe(8_776);
    expect(paid(0, { priceChange: { kind: 'amount', pence: 5_000 } })).toBe(14_501);
    expect(paid(0, { priceChange: { kind: 'amount', pence: 50_000 } })).toBe(0);
    expect(paid(50, { priceChange: { kind: 'price', pence: 12_300 } })).toBe(12_300);
  });

  it('is what the code says also where the category cannot buy it otherwise', () => {
    const code = sampleCode({ priceChange: { kind: 'price', pence: 100 } });
    const nobody = { category: 'supporter', discountPercent: 0 } as const;
    expect(paidPrice(ticket, nobody, on, code)).toBe(100);
    expect(paidPrice(ticket, nobody, on, null)).toBeUndefined();
  });
});

describe('a quote', () => {
  it('works out VAT for each place by itself, half up: HMRC’s own example of 17.5 % on £1.10', () => {
    const catalogue = sampleCatalogue({
      ticketTypes: [sampleTicket({ vatBasisPoints: 1750, prices: [price(110)] })],
    });
    const quoted = quote(catalogue, terms(), ['ticket', 'ticket']);
    // 19.25p each; 38.5p on both together would be rounded up to 39p.
    expect(quoted).toMatchObject({
      ok: true,
      quote: {
        lines: [{ vatPence: 19 }, { vatPence: 19 }],
        totals: { netPence: 220, vatPence: 38, grossPence: 258 },
      },
    });
  });

  it('counts a code only where it did something', () => {
    const half = sampleCode({ priceChange: { kind: 'percent', percent: 50 } });
    const catalogue = sampleCatalogue({
      ticketTypes: [
        sampleTicket({ prices: [price(100)] }),
        sampleTicket({ id: 'dinner', kind: 'add-on', prices: [price(100)] }),
      ],
      allocations: [allocation('two', 2)],
      codes: [half],
    });
    const quoted = quote(catalogue, terms({ code: half, allocationsLeft: new Map([['two', 1]]) }), [
      'ticket',
      'ticket',
      'dinner',
    ]);
    expect(quoted).toMatchObject({
      quote: {
        lines: [
          { netPence: 0, allocationId: 'two', usesCode: false },
          { netPence: 50, allocationId: null, usesCode: true },
          { netPence: 100, usesCode: false },
        ],
      },
    });
  });

  it('is none where the free places are used up and there is no price', () => {
    const catalogue = sampleCatalogue({
      ticketTypes: [sampleTicket({ prices: [] })],
      allocations: [allocation('one', 1)],
    });
    const left = (places: number) => terms({ allocationsLeft: new Map([['one', places]]) });
    expect(quote(catalogue, left(1), ['ticket']).ok).toBe(true);
    expect(quote(catalogue, left(1), ['ticket', 'ticket'])).toMatchObject({
      ok: false,
      usedUp: [{ id: 'one' }],
    });
    expect(quote(catalogue, { ...left(1), organisationId: null }, ['ticket']).ok).toBe(false);
  });

  const tickets = ['a', 'b', 'c'] as const;
  const pence = fc.integer({ min: 0, max: 1_000_000 });
  const offers = fc
    .record({
      prices: fc.tuple(pence, pence, pence),
      vat: fc.tuple(...tickets.map(() => fc.constantFrom(0, 500, 1750, 2000, 10_000))),
      free: fc.tuple(...tickets.map(() => fc.nat(4))),
      left: fc.tuple(...tickets.map(() => fc.nat(4))),
      discountPercent: fc.nat(100),
      change: fc.oneof(
        fc.constant(null),
        fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 100 }) }),
        fc.record({ kind: fc.constantFrom('amount' as const, 'price' as const), pence }),
      ),
      codeIsFor: fc.subarray([...tickets]),
      wanted: fc.array(fc.constantFrom(...tickets), { maxLength: 20 }),
    })
    .map(({ prices, vat, free, left, discountPercent, change, codeIsFor, wanted }) => {
      const code = sampleCode({ priceChange: change, ticketTypeIds: codeIsFor });
      const catalogue = sampleCatalogue({
        ticketTypes: tickets.map((id, index) =>
          sampleTicket({ id, vatBasisPoints: vat[index] ?? 0, prices: [price(prices[index] ?? 0)] }),
        ),
        allocations: tickets.map((id, index) => allocation(`free ${id}`, free[index] ?? 0, id)),
        codes: [code],
      });
      const allocationsLeft = new Map(tickets.map((id, index) => [`free ${id}`, left[index] ?? 0]));
      return { catalogue, terms: terms({ discountPercent, code, allocationsLeft }), wanted };
    });

  const quoted = (
    sample: { catalogue: Parameters<typeof quote>[0]; terms: QuoteTerms },
    wanted: readonly string[],
  ) => {
    const answer = quote(sample.catalogue, sample.terms, wanted);
    if (!answer.ok) throw new Error('everything has a price here');
    return answer.quote;
  };

  it('has whole pence, never below nothing, and totals that its lines add up to', () => {
    fc.assert(
      fc.property(offers, (sample) => {
        const { lines, totals } = quoted(sample, sample.wanted);
        for (const { netPence, vatPence, grossPence } of lines) {
          expect(Number.isSafeInteger(netPence) && Number.isSafeInteger(vatPence)).toBe(true);
          expect(Math.min(netPence, vatPence)).toBeGreaterThanOrEqual(0);
          expect(grossPence).toBe(netPence + vatPence);
        }
        const sum = (name: 'netPence' | 'vatPence' | 'grossPence') =>
          lines.reduce((total, line) => total + line[name], 0);
        expect(totals).toEqual({
          netPence: sum('netPence'),
          vatPence: sum('vatPence'),
          grossPence: sum('grossPence'),
        });
      }),
    );
  });

  it('has one line for each place, in their order, and the same total in any order', () => {
    const shuffled = offers.chain((sample) =>
      fc.tuple(
        fc.constant(sample),
        fc.shuffledSubarray(sample.wanted, {
          minLength: sample.wanted.length,
          maxLength: sample.wanted.length,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([sample, otherwise]) => {
        const { lines, totals } = quoted(sample, sample.wanted);
        expect(lines.map(({ ticketTypeId }) => ticketTypeId)).toEqual(sample.wanted);
        expect(quoted(sample, otherwise).totals).toEqual(totals);
      }),
    );
  });

  it('uses every free place before a paid one, and none that is not there', () => {
    fc.assert(
      fc.property(offers, (sample) => {
        const { lines } = quoted(sample, sample.wanted);
        for (const id of tickets) {
          const own = lines.filter(({ ticketTypeId }) => ticketTypeId === id);
          const free = own.filter(({ allocationId }) => allocationId !== null);
          const there = sample.terms.allocationsLeft.get(`free ${id}`) ?? 0;
          expect(free).toHaveLength(Math.min(own.length, there));
          expect(free.every(({ netPence }) => netPence === 0)).toBe(true);
        }
      }),
    );
  });
});

function allocation(id: string, places: number, ticketTypeId = 'ticket'): FreeAllocation {
  return { id, ticketTypeId, category: 'full', organisationId: null, places };
}
