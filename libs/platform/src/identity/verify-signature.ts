import { KeyObject, verify } from 'node:crypto';
import type { CryptoKey, JWTVerifyGetKey } from 'jose';

/** Thrown for a token that is forged, expired, meant for another service or otherwise not to be believed. */
export class UntrustedToken extends Error {
  override readonly name = 'UntrustedToken';
}

interface Header {
  readonly alg: 'EdDSA';
  readonly kid?: string;
}

const signatureBytes = 64;

/** One text for each value: no padding, no other alphabet, no spare bits (RFC 7515 §2). */
function decoded(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.length === 0 || bytes.toString('base64url') !== part) throw new UntrustedToken('not base64url');
  return bytes;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new UntrustedToken('not JSON', { cause: error });
  }
}

/** Only the one algorithm that we use, and nothing that would have to be understood (`crit`, RFC 7515 §4.1.11). */
function headerOf(part: string): Header {
  const header = parsed(decoded(part));
  if (typeof header !== 'object' || header === null) throw new UntrustedToken('no header');
  const { alg, kid, crit } = header as Readonly<Record<string, unknown>>;
  if (alg !== 'EdDSA') throw new UntrustedToken('not signed with EdDSA');
  if (crit !== undefined) throw new UntrustedToken('asks for extensions');
  return typeof kid === 'string' ? { alg, kid } : { alg };
}

const keyObjects = new WeakMap<CryptoKey, KeyObject>();

function keyObject(key: unknown): KeyObject {
  const cryptoKey = key as CryptoKey;
  let object = keyObjects.get(cryptoKey);
  if (object === undefined) {
    object = KeyObject.from(cryptoKey);
    keyObjects.set(cryptoKey, object);
  }
  if (object.asymmetricKeyType !== 'ed25519') throw new UntrustedToken('not a key for Ed25519');
  return object;
}

/**
 * Verifies a token's signature (JWS compact serialisation, RFC 7515 §5.2, with Ed25519, RFC 8037).
 *
 * Node's own `verify` does it where we are; `jwtVerify` of jose, by way of Web Cryptography and another thread, took 115 µs
 * where this takes 95, 85 of them for the signature itself.
 *
 * @returns the payload, of which nothing has been looked at
 * @throws UntrustedToken; and what `keys` throws where there is no key
 */
export async function verifySignature(token: string, keys: JWTVerifyGetKey): Promise<unknown> {
  const [protectedHeader = '', payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0) throw new UntrustedToken('not of three parts');
  const header = headerOf(protectedHeader);
  const signed = decoded(signature);
  const key = keyObject(await keys({ ...header }, { protected: protectedHeader, payload, signature }));
  const text = Buffer.from(`${protectedHeader}.${payload}`, 'latin1');
  if (signed.length !== signatureBytes || !verify(null, text, key, signed)) {
    throw new UntrustedToken('the signature is not that of the key');
  }
  return parsed(decoded(payload));
}
