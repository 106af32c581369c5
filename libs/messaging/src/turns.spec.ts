import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  it('come one after the other for the same key, also after a failure, and side by side for others', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const work = (name: string, ms: number, error?: Error) => async () => {
      done.push(`${name} begins`);
      await wait(ms);
      done.push(`${name} ends`);
      if (error) throw error;
      return name;
    };
    const first = turns.take('a', work('first', 30, new Error('no')));
    const second = turns.take('a', work('second', 0));
    const other = turns.take('b', work('other', 0));
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBe('second');
    await expect(other).resolves.toBe('other');
    expect(done).toEqual([
      'first begins',
      'other begins',
      'other ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });
});
