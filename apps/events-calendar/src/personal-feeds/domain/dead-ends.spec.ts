import { DeadEnds } from './dead-ends.js';
import { hashOfSecret } from './secret.js';

describe('dead ends', () => {
  it('are remembered, the oldest up to a limit', () => {
    const deadEnds = new DeadEnds(3);
    const hashes = ['a', 'b', 'c', 'd'].map(hashOfSecret);
    for (const hash of hashes) deadEnds.add(hash);
    expect(hashes.map((hash) => deadEnds.has(hash))).toEqual([false, true, true, true]);
    expect(deadEnds.has(hashOfSecret('e'))).toBe(false);
  });
});
