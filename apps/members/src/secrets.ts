import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that go into a cookie, a link or a program's settings: 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a secret made by {@link newSecret}, and what it is found again by. Of so many random bits a plain hash
 * gives nothing away, and whoever compares it with the database learns nothing from the time that it takes.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
