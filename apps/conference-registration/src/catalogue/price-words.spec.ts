import { Temporal } from 'temporal-polyfill';
import { categories } from '../members/domain/organisation.js';
import type { OfferedPrice } from './domain/offered-tickets.js';
import { changeInWords, freeInWords, isOnePrice, priceInWords, whoInWords } from './price-words.js';

const plain: OfferedPrice = { category: 'full', pence: 19_500, until: null, later: null, free: 0 };
const early: OfferedPrice = {
  ...plain,
  pence: 17_500,
  until: Temporal.PlainDate.from('2027-02-09'),
  later: 19_500,
};

describe('prices in words', () => {
  it('say what is paid, and what goes with it', () => {
    expect(priceInWords(plain, 2000)).toBe('£195.00 plus 20% VAT');
    expect(priceInWords(plain, 0)).toBe('£195.00, no VAT');
    expect(priceInWords({ ...plain, pence: 0 }, 2000)).toBe('Free');
    expect(priceInWords({ ...plain, pence: null }, 2000)).toBe('Free places only');
  });

  it('say until when an early price holds, and what follows', () => {
    expect(changeInWords(plain)).toBe('');
    expect(changeInWords(early)).toBe(' until 9 February 2027, then £195.00');
    expect(changeInWords({ ...early, later: 0 })).toBe(' until 9 February 2027, then free');
    expect(changeInWords({ ...early, later: null })).toBe(' until 9 February 2027, then not on sale');
  });

  it('name those who pay them', () => {
    expect(whoInWords(categories)).toBe('everybody');
    expect(whoInWords(['full', 'associate', 'supporter'])).toBe(
      'full members, associate members and supporters',
    );
  });

  it('name those who have free places, and no others', () => {
    expect(freeInWords([plain, { ...plain, category: 'associate', free: 1 }, { ...plain, free: 2 }])).toEqual(
      ['Each associate member has 1 free place.', 'Each full member has 2 free places.'],
    );
  });

  it('are one only where nobody pays less, sooner or later', () => {
    const others = { ...early, category: 'associate' as const };
    expect(isOnePrice([early, { ...others, until: Temporal.PlainDate.from('2027-02-09') }])).toBe(true);
    expect(isOnePrice([early, { ...others, pence: 1 }])).toBe(false);
    expect(isOnePrice([early, { ...others, later: 1 }])).toBe(false);
    expect(isOnePrice([early, { ...others, until: Temporal.PlainDate.from('2027-02-10') }])).toBe(false);
  });
});
