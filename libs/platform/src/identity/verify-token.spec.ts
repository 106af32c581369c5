import fc from 'fast-check';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { TokenVerifier, UntrustedToken } from './verify-token.js';

const pair = await generateKeyPair('EdDSA', { extractable: true });
const other = await generateKeyPair('EdDSA', { extractable: true });
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA' };
const now = Date.UTC(2026, 0, 1);
const seconds = now / 1000;

const good: JWTPayload = { sub: 'p1', name: 'Ada Example', roles: ['person', 'staff'], boards: ['board-1'] };

function sign(
  payload: JWTPayload,
  {
    key = pair.privateKey,
    audience = 'calendar',
    issuer = 'members',
    expires = seconds + 300,
  }: { key?: CryptoKey; audience?: string | string[]; issuer?: string; expires?: number } = {},
) {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(expires)
    .sign(key);
}

function verifier(clock = () => now) {
  return new TokenVerifier(createLocalJWKSet({ keys: [jwk] }), 'calendar', clock);
}

describe('TokenVerifier', () => {
  it('believes a good token and says who it is', async () => {
    await expect(verifier().verify(await sign(good))).resolves.toEqual({
      personId: 'p1',
      name: 'Ada Example',
      roles: ['person', 'staff'],
      boards: ['board-1'],
      via: 'session',
      actor: null,
      mayWrite: false,
      sessionId: null,
      state: 'confirmed',
    });
  });

  it('says who acts for the person, that they may write, and which session it belongs to', async () => {
    const token = await sign({
      ...good,
      via: 'api',
      access: 'write',
      act: { sub: 'p2', name: 'Sam Staff' },
      sid: 's1',
      jti: 't1',
    });
    await expect(verifier().verify(token)).resolves.toMatchObject({
      actor: { personId: 'p2', name: 'Sam Staff' },
      mayWrite: true,
      sessionId: 's1',
    });
  });

  it.each([
    ['signed by somebody else', () => sign(good, { key: other.privateKey })],
    ['meant for another service', () => sign(good, { audience: 'stands' })],
    ['issued by somebody else', () => sign(good, { issuer: 'me' })],
    ['expired', () => sign(good, { expires: seconds - 1 })],
    ['with a role that does not exist', () => sign({ ...good, roles: ['root'] })],
    ['without a name', () => sign({ sub: 'p1', roles: ['person'] })],
    ['with an access that does not exist', () => sign({ ...good, access: 'all' })],
    ['acted for by nobody', () => sign({ ...good, act: {} })],
    [
      'alg none',
      async () => new UnsecuredJWT({ ...good, iss: 'members', aud: 'calendar', exp: seconds + 300 }).encode(),
    ],
    [
      'signed with the public key as an HMAC secret',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .setIssuer('members')
          .setAudience('calendar')
          .setExpirationTime(seconds + 300)
          .sign(new TextEncoder().encode(jwk.x ?? '')),
    ],
    ['rubbish', async () => 'a.b.c'],
    ['nothing', async () => ''],
    ['not good yet', () => sign({ ...good, nbf: seconds + 60 })],
    ['for several services', () => sign(good, { audience: ['calendar', 'stands'] })],
    ['of four parts', async () => `${await sign(good)}.x`],
    ['without its signature', async () => (await sign(good)).replace(/[^.]+$/, '')],
    ['with a padded signature', async () => `${await sign(good)}==`],
    [
      'with spare bits in its signature',
      async () => {
        const token = await sign(good);
        // The last letter of 64 bytes stands for four bits and two that are spare.
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        return token.slice(0, -1) + letters[letters.indexOf(token.slice(-1)) + 1];
      },
    ],
    [
      'that asks for an extension',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', crit: ['b64'], b64: true })
          .setIssuer('members')
          .setAudience('calendar')
          .setExpirationTime(seconds + 300)
          .sign(pair.privateKey),
    ],
    [
      'signed with a key that is not there',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'EdDSA', kid: 'k2' })
          .setIssuer('members')
          .setAudience('calendar')
          .setExpirationTime(seconds + 300)
          .sign(pair.privateKey),
    ],
    [
      'that never ends',
      () =>
        new SignJWT(good)
          .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
          .setIssuer('members')
          .setAudience('calendar')
          .sign(pair.privateKey),
    ],
  ])('does not believe a token %s', async (_, make) => {
    await expect(verifier().verify(await make())).rejects.toThrow(UntrustedToken);
  });

  it('believes no token of which a single letter was changed', async () => {
    const token = await sign(good);
    const letters = [...'ABCXYZabcxyz0123456789-_.=', ' ', 'é'];
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        await expect(verifier().verify(changed)).rejects.toThrow(UntrustedToken);
      }),
    );
  });

  it('forgets a remembered token when it ends', async () => {
    let time = now;
    const v = verifier(() => time);
    const token = await sign(good);
    await v.verify(token);
    time += 299_000;
    await expect(v.verify(token)).resolves.toMatchObject({ personId: 'p1' });
    time += 2_000;
    await expect(v.verify(token)).rejects.toThrow(UntrustedToken);
  });

  it('does not mistake a tampered token for the one it remembers', async () => {
    const v = verifier();
    const token = await sign(good);
    await v.verify(token);
    const tampered = `${token.slice(0, -9)}${token.at(-9) === 'A' ? 'B' : 'A'}${token.slice(-8)}`;
    await expect(v.verify(tampered)).rejects.toThrow(UntrustedToken);
  });
});
