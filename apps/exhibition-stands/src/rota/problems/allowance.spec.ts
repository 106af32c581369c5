import { waitAfter } from './allowance.js';

describe('how much one person may have searched', () => {
  const allowance = { within: 100, seconds: 30 };

  it('is so much within so long', () => {
    expect(waitAfter([], allowance)).toBe(0);
    expect(waitAfter([{ ago: 40, seconds: 20 }], allowance)).toBe(0);
    // 35 of 30 seconds: 20 of them are forgotten 100 seconds after they began.
    const two = [
      { ago: 15, seconds: 15 },
      { ago: 40, seconds: 20 },
    ];
    expect(waitAfter(two, allowance)).toBe(60);
    expect(waitAfter([...two, { ago: 100, seconds: 30 }], allowance)).toBe(60);
    expect(waitAfter([{ ago: 0.5, seconds: 30 }], allowance)).toBe(100);
  });
});
