import { erasedOn, isDue } from './retention.js';

describe('private answers', () => {
  it.each([
    ['2035-10-10', '2035-11-09'],
    ['2035-12-31', '2036-01-30'],
    ['2036-01-31', '2036-03-01'],
  ])('of a conference that ends on %s are erased on %s', (lastDay, day) => {
    expect(erasedOn(lastDay)).toBe(day);
    expect(isDue(lastDay, day)).toBe(true);
  });

  it('are kept until then', () => {
    expect(isDue('2035-10-10', '2035-11-08')).toBe(false);
    expect(isDue('2035-10-10', '2035-10-10')).toBe(false);
  });
});
