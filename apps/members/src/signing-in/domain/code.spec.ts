import fc from 'fast-check';
import { codeInWords, codeOf, typedCode } from './code.js';

describe('the code', () => {
  it('has six characters that cannot be mistaken for each other, and is the same each time', () => {
    fc.assert(
      fc.property(fc.string(), (secret) => {
        expect(codeOf(secret)).toMatch(/^[BCDFGHJKMNPQRTVWXYZ2346789]{6}$/);
        expect(codeOf(secret)).toBe(codeOf(secret));
      }),
    );
    const codes = new Set(Array.from({ length: 1000 }, (_, index) => codeOf(String(index))));
    expect(codes.size).toBe(1000);
  });

  it('is understood however it is typed', () => {
    expect(codeInWords('BCDFGH')).toBe('BCD FGH');
    for (const text of ['BCD FGH', 'bcdfgh', ' bcd-fgh ', 'B C D F G H', 'bcd\u00a0fgh']) {
      expect(typedCode(text)).toBe('BCDFGH');
    }
  });
});
