import { hashOfSecret, isSecret, newSecret, personalFeedPath } from './secret.js';

describe('secrets', () => {
  it('are different each time, and stand in an address as they are', () => {
    const secrets = Array.from({ length: 500 }, newSecret);
    expect(new Set(secrets).size).toBe(500);
    for (const secret of secrets) {
      expect(isSecret(secret)).toBe(true);
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(encodeURI(personalFeedPath(secret))).toBe(personalFeedPath(secret));
    }
  });

  it.each([
    '',
    'a',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)}/`,
    `${'a'.repeat(42)}\n`,
    'é'.repeat(43),
  ])('are told from what cannot be one: %j', (text) => {
    expect(isSecret(text)).toBe(false);
  });

  it('are kept as something else', () => {
    const secret = newSecret();
    expect(hashOfSecret(secret)).toEqual(hashOfSecret(secret));
    expect(hashOfSecret(secret)).not.toEqual(hashOfSecret(newSecret()));
    expect(hashOfSecret(secret).toString('base64url')).not.toBe(secret);
  });
});
