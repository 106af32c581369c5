import fc from 'fast-check';
import { alphabet, checkCodeText, checkPrefix, longestCode, madeLength, makeCodes } from './code-text.js';

const word = fc.string({ unit: fc.constantFrom(...'ABCZ09'), minLength: 1, maxLength: 8 });

it('reads codes however they are typed: in small letters, with blanks', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), (words, isSmall) => {
      const code = words.join('-');
      fc.pre(code.length >= 3 && code.length <= longestCode);
      const typed = isSmall ? ` ${code.toLowerCase()} ` : code;
      expect(checkCodeText(typed, 'code')).toEqual({ ok: true, value: code });
    }),
  );
});

it.each(['', '-A1', 'A1-', 'A--B', 'ÀÉÎ', 'A_B', '=1+1', '<b>', 'AB', 'A'.repeat(longestCode + 1)])(
  'refuses %j',
  (typed) => {
    expect(checkCodeText(typed, 'code').ok).toBe(false);
  },
);

it('makes as many as are wanted, each once, none that there is already, all of which can be typed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('', 'PRESS', 'A-B'),
      fc.infiniteStream(fc.noBias(fc.nat())),
      (number, prefix, numbers) => {
        const random = (below: number) => (numbers.next().value ?? 0) % below;
        const taken = new Set(makeCodes(3, prefix, new Set(), random));
        const made = makeCodes(number, prefix, taken, random);
        expect(new Set(made).size).toBe(number);
        for (const code of made) {
          expect(taken.has(code)).toBe(false);
          expect(checkCodeText(code, 'code')).toEqual({ ok: true, value: code });
          expect(Array.from(code.slice(-madeLength)).every((letter) => alphabet.includes(letter))).toBe(true);
        }
      },
    ),
  );
});

it('has no letters that are taken for others', () => {
  for (const letter of '0O1IL') expect(alphabet).not.toContain(letter);
});

it('takes a prefix with or without its hyphen, or none', () => {
  expect(['press-', 'PRESS', ''].map((typed) => checkPrefix(typed, 'prefix'))).toEqual(
    ['PRESS', 'PRESS', ''].map((value) => ({ ok: true, value })),
  );
  expect(checkPrefix('a'.repeat(longestCode), 'prefix').ok).toBe(false);
  expect(checkPrefix('a b!', 'prefix').ok).toBe(false);
});
