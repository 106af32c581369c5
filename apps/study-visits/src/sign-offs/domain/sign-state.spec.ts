import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareSigned, digestOf } from './sign-state.js';

const words = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), {
  noNullPrototype: true,
});

describe('what is signed', () => {
  it('holds until it is changed, and again once it is changed back', () => {
    const price = { Price: '£995.00' };
    expect(compareSigned(null, price).state).toBe('unsigned');
    expect(compareSigned(price, price)).toEqual({ state: 'signed', changes: [] });
    expect(compareSigned(price, { Price: '£1,095.00' })).toEqual({
      state: 'changed',
      changes: [{ field: 'Price', before: '£995.00', after: '£1,095.00' }],
    });
    expect(compareSigned(price, {}).state).toBe('changed');
  });

  it('has a digest that is the same exactly where nothing differs', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const reversed = Object.fromEntries(Object.entries(one).toReversed());
        expect(digestOf(reversed)).toBe(digestOf(one));
        expect(digestOf(one) === digestOf(other)).toBe(compareSigned(one, other).state === 'signed');
      }),
    );
  });
});
