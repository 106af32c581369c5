import fc from 'fast-check';
import { codePattern, newCode } from './code.js';

describe('the code of an application', () => {
  it('can be read out and holds no word, whatever chance has it be', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const code = newCode((below) => Number(numbers.next().value) % below);
        expect(code).toMatch(codePattern);
        expect(code).not.toMatch(/[01ILOAEIOU258BSZ]/);
      }),
    );
  });

  it('can be any of all there are', () => {
    const belows: number[] = [];
    newCode((below) => (belows.push(below), 0));
    expect(belows).toEqual([22, 22, 22, 22, 22, 22]);
  });
});
