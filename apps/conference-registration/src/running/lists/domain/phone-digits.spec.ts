import { phoneDigits } from './phone-digits.js';

describe('a telephone number that is looked for', () => {
  it.each([
    ['01632 960 500', '1632960500'],
    ['+44 (0)1632 960500', '1632960500'],
    ['+44 1632 960500', '1632960500'],
    ['0044 1632-960-500', '1632960500'],
    ['960 500', '960500'],
  ])('%s', (typed, digits) => {
    expect(phoneDigits(typed)).toBe(digits);
  });

  it.each(['', '2027', 'CN-7K3QFM', 'INV-00012', 'Rochdale', '0163', 'PO 123456'])(
    'is none: “%s”',
    (typed) => {
      expect(phoneDigits(typed)).toBeNull();
    },
  );
});
