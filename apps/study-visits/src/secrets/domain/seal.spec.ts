import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { readKeys, type SensitiveKeys } from './keys.js';
import { open, seal, type SealedFor } from './seal.js';

const keyText = (id: string) => `${id}:${randomBytes(32).toString('base64url')}`;

function keysOf(...texts: readonly string[]): SensitiveKeys {
  const keys = readKeys(texts.join(','));
  if (!keys.ok) throw new Error(keys.problems[0]?.message);
  return keys.value;
}

const [old, next] = [keyText('old'), keyText('2027')];
const place: SealedFor = {
  kind: 'traveller',
  id: '01890000-0000-7000-8000-000000000001',
  field: 'passports',
};

describe('seal', () => {
  it('gives back every text, also none and one in another script, and shows it nowhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const keys = keysOf(old);
        const sealed = seal(keys, place, text);
        expect(open(keys, place, sealed)).toBe(text.toWellFormed());
        if (text.length > 8) expect(sealed.bytes.includes(Buffer.from(text))).toBe(false);
      }),
    );
  });

  it('never gives the same ciphertext twice', () => {
    const keys = keysOf(old);
    const made = Array.from({ length: 200 }, () => seal(keys, place, 'Coeliac').bytes.toString('hex'));
    expect(new Set(made).size).toBe(200);
    expect(new Set(made.map((hex) => hex.slice(0, 24))).size).toBe(200);
  });

  it('opens nothing of which any one bit was changed', () => {
    const keys = keysOf(old);
    const sealed = seal(keys, place, 'AB1234567');
    for (let bit = 0; bit < sealed.bytes.length * 8; bit += 1) {
      const bytes = Buffer.from(sealed.bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(keys, place, { ...sealed, bytes })).toThrow('was changed');
    }
    for (let length = 0; length < sealed.bytes.length; length += 1) {
      const bytes = sealed.bytes.subarray(0, length);
      expect(() => open(keys, place, { ...sealed, bytes })).toThrow('was changed');
    }
  });

  it.each([
    ['another traveller’s', { ...place, id: '01890000-0000-7000-8000-000000000002' }],
    ['another field’s', { ...place, field: 'dietary' }],
    ['an application’s', { ...place, kind: 'application' }],
    ['a place whose parts, run together, read the same', { kind: 'travellerx', id: 'y', field: 'z' }],
  ])('opens nothing in %s place', (_whose, other) => {
    const keys = keysOf(old);
    expect(() => open(keys, other, seal(keys, place, 'AB1234567'))).toThrow('moved to another place');
  });

  it('opens with older keys what they sealed, and seals with the first', () => {
    const sealed = seal(keysOf(old), place, 'AB1234567');
    const both = keysOf(next, old);
    expect(open(both, place, sealed)).toBe('AB1234567');
    const again = seal(both, place, 'AB1234567');
    expect(again.keyId).toBe('2027');
    expect(open(keysOf(next), place, again)).toBe('AB1234567');
  });

  it('says which key is missing, and does not take another under its name', () => {
    const sealed = seal(keysOf(old), place, 'AB1234567');
    expect(() => open(keysOf(next), place, sealed)).toThrow(
      'sealed with the key “old”, which is not in SENSITIVE_KEYS',
    );
    expect(() => open(keysOf(keyText('old')), place, sealed)).toThrow('was changed');
    // The name of the key is bound as well: a row that is told to be of another key does not open.
    const twin = keysOf(`2027:${old.slice(4)}`);
    expect(() => open(twin, place, { ...sealed, keyId: '2027' })).toThrow('was changed');
  });
});

describe('readKeys', () => {
  it('takes one key or several, with blanks round the commas', () => {
    expect(keysOf(`${next} , ${old}`).map(({ id, bytes }) => [id, bytes.length])).toEqual([
      ['2027', 32],
      ['old', 32],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a key without an id', old.slice(4)],
    ['a key that is too short', old.slice(0, -1)],
    ['a key that is too long', `${old}A`],
    ['a comma too many', `${old},`],
    ['an id in capitals', old.replace('old', 'OLD')],
    ['another spelling of a key', `a:${'A'.repeat(42)}B`],
    ['signs of plain base64', `a:${'+'.repeat(43)}`],
  ])('refuses %s, and never shows what was given', (_what, text) => {
    const read = readKeys(text);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'not-a-key' }] });
    if (text !== '') expect(JSON.stringify(read)).not.toContain(text);
  });

  it('refuses two keys of one id', () => {
    expect(readKeys(`${old},${keyText('old')}`)).toMatchObject({
      ok: false,
      problems: [{ code: 'key-twice' }],
    });
  });
});
