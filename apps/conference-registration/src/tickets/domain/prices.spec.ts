import fc from 'fast-check';
import { accepted } from '#checks';
import type { Price } from '../../catalogue/domain/catalogue.js';
import { categories } from '../../members/domain/organisation.js';
import { checkPrices, highestPrice, mostEarlyDays, type PriceInput } from './prices.js';
import { categoriesWithPrice, readTiers, tiersOf, type TierInput } from './price-table.js';
import { ordinaryUntil } from './ticket-type.js';

const lastDay = '2027-10-10';
const days = ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'];

const price = (category: string, pence: number, until: string | null = null): PriceInput => ({
  field: `${category}.${until ?? 'ordinary'}`,
  untilField: `until.${until ?? 'ordinary'}`,
  category,
  until: accepted(until),
  pence: accepted(pence),
});

/** Prices as they may be: of some categories, rising with each early day that they have. */
const sound = fc
  .tuple(
    fc.subarray([...categories]),
    fc.array(fc.record({ pence: fc.nat(highestPrice), mask: fc.nat(15) }), { minLength: 5, maxLength: 5 }),
  )
  .map(([chosen, each]): Price[] =>
    chosen.flatMap((category, index) => {
      const { pence = 0, mask = 0 } = each[index] ?? {};
      const early = days.filter((_, day) => (mask & (1 << day)) !== 0);
      return [
        ...early.map((until, day) => ({ category, until, pence: Math.floor((pence * (day + 1)) / 10) })),
        { category, until: ordinaryUntil, pence },
      ];
    }),
  );

const inputOf = ({ category, until, pence }: Price) =>
  price(category, pence, until === ordinaryUntil ? null : until);

describe('prices', () => {
  it('are taken in any order, and come out by category and day', () => {
    fc.assert(
      fc.property(sound, fc.infiniteStream(fc.nat()), (prices, shuffle) => {
        const inputs = prices
          .map((each) => ({ each, at: shuffle.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => inputOf(each));
        expect(checkPrices(inputs, lastDay)).toEqual({ ok: true, value: prices });
      }),
    );
  });

  it('leave out whoever has none', () => {
    fc.assert(
      fc.property(sound, (prices) => {
        const chosen = new Set(prices.map(({ category }) => category));
        expect(categoriesWithPrice(prices)).toEqual(categories.filter((category) => chosen.has(category)));
      }),
    );
  });

  it('make a table and come back from it', () => {
    fc.assert(
      fc.property(sound, (prices) => {
        const tiers = tiersOf(prices).map((tier, index): TierInput => ({
          untilField: `until.${index}`,
          until: accepted(tier.until),
          cells: categories.map((category) => ({
            category,
            field: `${index}.${category}`,
            pence: accepted(tier.pence[category] ?? null),
          })),
        }));
        const ordinary = tiers.at(-1);
        if (ordinary === undefined) throw new Error('a table has the ordinary prices');
        const read = readTiers(tiers.slice(0, -1), ordinary);
        expect(read.ok && checkPrices(read.value, lastDay)).toEqual({ ok: true, value: prices });
      }),
    );
  });

  it.each([
    ['a price below nothing', [price('full', -1)], 'too-small'],
    ['a fraction of a penny', [price('full', 0.5)], 'not-money'],
    ['far too much', [price('full', highestPrice + 1)], 'too-large'],
    ['another category', [price('honorary', 1)], 'unknown-category'],
    ['an early price alone', [price('full', 1, '2027-01-31')], 'ordinary-price-missing'],
    ['one that falls', [price('full', 2, '2027-01-31'), price('full', 1)], 'early-price-higher'],
    ['two for the same day', [price('full', 1), price('full', 2)], 'price-twice'],
    [
      'a day after the conference',
      [price('full', 1, '2027-10-11'), price('full', 2)],
      'until-after-conference',
    ],
    ['a day of another century', [price('full', 1, '0207-01-31'), price('full', 2)], 'date-implausible'],
    [
      'too many days',
      [
        ...Array.from({ length: mostEarlyDays + 1 }, (_, day) => price('full', 1, `2027-01-0${day + 1}`)),
        price('full', 2),
      ],
      'too-many-early-prices',
    ],
  ])('%s is refused', (_, prices, code) => {
    expect(checkPrices(prices, lastDay)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe('columns of early prices', () => {
  const tier = (until: string | null, pence: number | null): TierInput => ({
    untilField: `until.${until}`,
    until: accepted(until),
    cells: [{ category: 'full', field: `price.${until}`, pence: accepted(pence) }],
  });
  const ordinary = tier(null, 9);

  it.each([
    ['without a day', [tier(null, 5)], 'date-missing', 'until.null'],
    ['without a price', [tier('2027-01-31', null)], 'early-price-missing', 'price.2027-01-31'],
    [
      'out of order',
      [tier('2027-03-31', 5), tier('2027-01-31', 6)],
      'dates-not-in-order',
      'until.2027-01-31',
    ],
    ['of one day', [tier('2027-03-31', 5), tier('2027-03-31', 6)], 'dates-not-in-order', 'until.2027-03-31'],
  ])('%s are refused where that is', (_, early, code, field) => {
    expect(readTiers(early, ordinary)).toMatchObject({ ok: false, problems: [{ code, field }] });
  });

  it('are passed over where they are blank', () => {
    const read = readTiers([tier(null, null), tier('2027-01-31', 5), tier(null, null)], ordinary);
    expect(read.ok && read.value.map(({ pence }) => pence)).toEqual([accepted(5), accepted(9)]);
  });
});
