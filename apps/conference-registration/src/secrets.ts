import { createHash } from 'node:crypto';

/** Whether a text may be a link's secret at all (`SecretLinks`); anything else need not be looked for. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a secret. It is as hard to guess as the hash, so neither salt nor slowness would add anything. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
