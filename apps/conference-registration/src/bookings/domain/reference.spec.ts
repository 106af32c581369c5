import fc from 'fast-check';
import { newReference, readReference } from './reference.js';

describe('a reference', () => {
  it('is read back however it is typed', () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const reference = newReference();
      expect(reference).toMatch(/^CN-[A-HJ-KM-NP-Z2-9]{6}$/);
      const bare = reference.slice(3);
      for (const typed of [reference, reference.toLowerCase(), ` cn ${bare} `, bare, `CN${bare}`]) {
        expect(readReference(typed)).toBe(reference);
      }
    }
  });

  it('is nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readReference(text);
        expect(read === null || /^CN-[A-HJ-KM-NP-Z2-9]{6}$/.test(read)).toBe(true);
      }),
    );
    for (const text of ['', 'CN-', 'CN-00000O', 'CN-ABCDE', 'CN-ABCDEFG', 'INV-00012']) {
      expect(readReference(text)).toBeNull();
    }
  });
});
