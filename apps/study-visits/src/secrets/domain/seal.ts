import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SensitiveKeys } from './keys.js';

/** What a sealed text is and whose: it opens under no other. */
export interface SealedFor {
  /** `application` or `traveller`. */
  readonly kind: string;
  readonly id: string;
  /** `passports`, `dietary` … */
  readonly field: string;
}

/** A sealed text as it is kept. */
export interface Sealed {
  readonly keyId: string;
  /** The nonce (12 bytes), the ciphertext, the tag (16 bytes). */
  readonly bytes: Buffer;
}

/** Thrown where a text cannot be opened. It says nothing of what is in it. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';

  /** @param why `unknown-key`: its key is in no setting; `changed`: it, or what it stands for, is not what was sealed */
  constructor(
    readonly why: 'unknown-key' | 'changed',
    keyId: string,
  ) {
    super(
      why === 'unknown-key'
        ? `A sensitive detail is sealed with the key “${keyId}”, which is not in SENSITIVE_KEYS.`
        : `A sensitive detail sealed with the key “${keyId}” was changed, or moved to another place.`,
    );
  }
}

const algorithm = 'aes-256-gcm';
// NIST SP 800-38D: 96-bit nonces, chosen at random, for fewer than 2^32 texts under one key; the whole tag of 128 bits.
const nonceBytes = 12;
const tagBytes = 16;

/** In JSON no part can run into the next. */
const boundTo = (keyId: string, { kind, id, field }: SealedFor): Buffer =>
  Buffer.from(JSON.stringify(['sensitive-detail-1', keyId, kind, id, field]));

/** Seals a text with the first key. Twice the same text gives two ciphertexts that are unlike. */
export function seal([{ id: keyId, bytes: key }]: SensitiveKeys, place: SealedFor, text: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(keyId, place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { keyId, bytes: Buffer.concat([nonce, body, cipher.getAuthTag()]) };
}

/** @throws CannotOpen when its key is not there; when a bit of it was changed; when it was sealed for another place */
export function open(keys: SensitiveKeys, place: SealedFor, { keyId, bytes }: Sealed): string {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new CannotOpen('unknown-key', keyId);
  if (bytes.length < nonceBytes + tagBytes) throw new CannotOpen('changed', keyId);
  const decipher = createDecipheriv(algorithm, key.bytes, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(keyId, place));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // Node's own error says no more than that it does not fit.
    throw new CannotOpen('changed', keyId);
  }
}
