import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, twice what an address that cannot be guessed needs; 43 characters in an address. */
const secretBytes = 32;
const shape = /^[\w-]{43}$/;

/** What makes a feed's address one person's alone. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** Whether a text may be a secret at all; anything else need not be looked for. */
export const isSecret = (text: string): boolean => shape.test(text);

/** What is kept of a secret. It has more randomness than the hash, so neither salt nor slowness would add anything. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Where the feed of a secret is. */
export const personalFeedPath = (secret: string): string => `/calendar/feeds/personal/${secret}.ics`;
