import fc from 'fast-check';
import { KeptAnswers } from './kept-answers.js';

const answer = (size: number) => ({ size });

describe('KeptAnswers', () => {
  it('gives an answer for as long as it was made from what is there now', () => {
    const kept = new KeptAnswers<{ size: number }>(1000);
    const one = answer(10);
    kept.keep('a', '1', one);
    expect(kept.get('a', () => '1')).toBe(one);
    expect(kept.get('b', () => '1')).toBeNull();
    expect(kept.get('a', () => '2')).toBeNull();
    // What is out of date once is dropped.
    expect(kept.get('a', () => '1')).toBeNull();
  });

  it('gives nothing while it cannot be known what is there now', () => {
    const kept = new KeptAnswers<{ size: number }>(1000);
    kept.keep('a', '1', answer(10));
    expect(kept.get('a', () => null)).toBeNull();
  });

  it('drops the least recently used first, and keeps nothing that would push out all others', () => {
    const kept = new KeptAnswers<{ size: number }>(100);
    for (const key of ['a', 'b', 'c', 'd']) kept.keep(key, '1', answer(24));
    kept.get('a', () => '1');
    kept.keep('e', '1', answer(24));
    kept.keep('f', '1', answer(25));
    const there = ['a', 'b', 'c', 'd', 'e', 'f'].filter((key) => kept.get(key, () => '1') !== null);
    expect(there).toEqual(['a', 'c', 'd', 'e']);
  });

  it('never holds more than it may', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.nat(24)));
    fc.assert(
      fc.property(steps, (all) => {
        const kept = new KeptAnswers<{ size: number }>(100);
        for (const [key, size] of all) kept.keep(key, '1', answer(size));
        const held = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
          (key) => kept.get(key, () => '1')?.size ?? 0,
        );
        expect(held.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
