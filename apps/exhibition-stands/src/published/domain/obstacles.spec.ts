import { describe, expect, it } from '@jest/globals';
import { obstaclesOf, overridden, type Violation } from './obstacles.js';

const pass: Violation = { rule: 'no-pass', member: 'Ada', shifts: ['a'], day: '2027-09-26' };
const overlap: Violation = { rule: 'overlap', member: 'Ada', shifts: ['b', 'a'], day: null };

describe('what stands against a publishing', () => {
  it('is each rule that is broken, once, but nothing that has begun', () => {
    const obstacles = obstaclesOf([
      pass,
      overlap,
      { ...overlap, shifts: ['a', 'b'] },
      { ...pass, rule: 'past' },
    ]);
    expect(obstacles.map(({ rule, shiftIds }) => [rule, shiftIds])).toEqual([
      ['no-pass', ['a']],
      ['overlap', ['a', 'b']],
    ]);
  });

  it('is overridden one by one, each with a reason of its own', () => {
    const obstacles = obstaclesOf([pass, overlap]);
    const keyOf = (at: number) => obstacles[at]?.key ?? '';
    const reasons = new Map([
      [keyOf(0), '  The pass is at the desk. '],
      [keyOf(1), '  '],
      ['another', 'Because'],
    ]);
    const { overrides, left } = overridden(obstacles, reasons);
    expect(overrides).toEqual([
      {
        rule: 'no-pass',
        memberId: 'Ada',
        shiftIds: ['a'],
        day: '2027-09-26',
        reason: 'The pass is at the desk.',
      },
    ]);
    expect(left).toEqual([obstacles[1]]);
  });
});
