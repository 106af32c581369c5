import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, twice what an address that cannot be guessed needs: 43 characters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a text may be a secret at all; anything else need not be looked for. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a secret. It has as much randomness as the hash, so neither salt nor slowness would add anything. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
