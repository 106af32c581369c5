import fc from 'fast-check';
import { CannotOpen, Sealing } from './sealing.js';

const sealing = new Sealing('a secret of thirty-two characters', 'tests');

describe('Sealing', () => {
  it('gives back what was sealed, and never seals twice alike', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        const sealed = sealing.seal(text, name);
        expect(sealing.open(sealed, name)).toBe(text);
        expect(sealing.seal(text, name)).not.toBe(sealed);
      }),
    );
  });

  it.each([
    ['with another secret', new Sealing('another secret of 32 characters.', 'tests'), 'a'],
    ['for another purpose', new Sealing('a secret of thirty-two characters', 'codes'), 'a'],
    ['in another’s place', sealing, 'b'],
  ])('opens nothing %s', (_, other, name) => {
    const sealed = sealing.seal('text', 'a');
    expect(() => other.open(sealed, name)).toThrow(CannotOpen);
  });

  it('notices every change', () => {
    const sealed = Buffer.from(sealing.seal('text', 'a'), 'base64url');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealing.open(changed.toString('base64url'), 'a')).toThrow(CannotOpen);
    }
    expect(() => sealing.open('', 'a')).toThrow(CannotOpen);
  });
});
