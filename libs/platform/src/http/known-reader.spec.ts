import fc from 'fast-check';
import { roles, unconfirmed, visitor, type Identity } from '../identity/identity.js';
import { TokenVerifier } from '../identity/verify-token.js';
import { knownReader, readerKey } from './known-reader.js';

const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '"', '","', ']', '\n', '\\', 'null'));

const identities: fc.Arbitrary<Identity> = fc.record({
  personId: fc.option(text),
  name: text,
  roles: fc.array(fc.constantFrom(...roles), { maxLength: 3 }),
  boards: fc.array(text, { maxLength: 3 }),
  via: fc.constantFrom('session', 'api', 'none'),
  actor: fc.option(fc.record({ personId: text, name: text })),
  mayWrite: fc.boolean(),
  sessionId: fc.option(text),
  state: fc.constantFrom('confirmed', 'none', 'unavailable'),
});

const withoutSession = (identity: Identity) => ({ ...identity, sessionId: null });

describe('readerKey', () => {
  it('is the same exactly for those between whom only the session differs', () => {
    // Pairs that are close: one field of the first changed to that of another.
    const fields = fc.constantFrom(...Object.keys(visitor));
    fc.assert(
      fc.property(identities, identities, fields, (one, other, field) => {
        const close = { ...one, [field]: other[field as keyof Identity] };
        const same = JSON.stringify(withoutSession(one)) === JSON.stringify(withoutSession(close));
        expect(readerKey(one) === readerKey(close)).toBe(same);
      }),
    );
  });

  it('is never two lines, so that an address can stand beneath it, and empty only for visitors', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        expect(readerKey(identity)).toMatch(/^[^\n]+$/);
      }),
    );
    expect(readerKey(visitor)).toBe('');
    expect(readerKey(unconfirmed)).not.toBe('');
  });
});

describe('knownReader', () => {
  it('knows visitors and who cannot be confirmed, and nobody by a token that was not verified', () => {
    const verifier = new TokenVerifier(() => Promise.reject(new Error('asked')), 'tests');
    const known = knownReader(verifier);
    expect(known({})).toBe(visitor);
    expect(known({ 'x-identity': 'unavailable' })).toBe(unconfirmed);
    expect(known({ 'x-identity': 'a.b.c' })).toBeNull();
    expect(knownReader(null)({ 'x-identity': 'a.b.c' })).toBe(visitor);
  });
});
