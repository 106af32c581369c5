import { Temporal } from 'temporal-polyfill';
import { categories, categoryOn, discountOn, type Discounted } from './organisation.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2027-02-01');

const council = (different: Partial<Discounted> = {}): Discounted => ({
  category: 'full',
  status: 'member',
  joinedOn: '2020-08-01',
  leftOn: null,
  discount: null,
  ...different,
});

describe('categoryOn', () => {
  it.each([
    ['applied', 'non-member'],
    ['approved', 'non-member'],
    ['declined', 'non-member'],
    ['member', 'full'],
    ['leaving', 'full'],
    ['retained', 'full'],
    ['left', 'non-member'],
    ['something new', 'non-member'],
  ])('of an organisation that is “%s” is %s', (status, category) => {
    expect(categoryOn(council({ status }), today)).toBe(category);
  });

  it.each([
    ['2027-01-31', 'non-member'],
    ['2027-02-01', 'full'],
    ['2027-06-29', 'full'],
    // The day on which it will have left is the first on which it is no member.
    ['2027-06-30', 'non-member'],
  ])('on %s, of one that is a member from February until the end of June, is %s', (on, category) => {
    const leaving = council({ status: 'leaving', joinedOn: '2027-02-01', leftOn: '2027-06-30' });
    expect(categoryOn(leaving, day(on))).toBe(category);
  });

  it('is a member’s at any time where nobody knows since when it is one', () => {
    expect(categoryOn(council({ joinedOn: null }), day('1999-01-01'))).toBe('full');
  });

  it('is non-member for guests, and where the category has no prices', () => {
    expect(categoryOn(null, today)).toBe('non-member');
    expect(categoryOn(council({ category: 'something new' }), today)).toBe('non-member');
  });

  it.each(categories)('can be %s', (category) => {
    expect(categoryOn(council({ category }), today)).toBe(category);
  });
});

describe('discountOn', () => {
  it.each([
    ['2027-03-31', 25],
    ['2027-04-01', 0],
  ])('on %s is %d per cent where the end of March is its last day', (on, percent) => {
    expect(discountOn(council({ discount: { percent: 25, endsOn: '2027-03-31' } }), day(on))).toBe(percent);
  });

  it('lasts where it has no end', () => {
    expect(discountOn(council({ discount: { percent: 10, endsOn: null } }), day('2099-01-01'))).toBe(10);
  });

  it.each(['applied', 'approved', 'declined', 'left'])('is nothing for one that is “%s”', (status) => {
    expect(discountOn(council({ status, discount: { percent: 25, endsOn: null } }), today)).toBe(0);
  });

  it('is nothing for guests, and where none was agreed', () => {
    expect(discountOn(null, today)).toBe(0);
    expect(discountOn(council(), today)).toBe(0);
  });
});
