import { createHash, createHmac, hkdfSync } from 'node:crypto';

/** Whether a text may be a link's secret at all ({@link LinkSecrets}); anything else need not be looked for. */
export const isLinkSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a link's secret. It is as hard to guess as the hash, so neither salt nor slowness would add anything. */
export const hashOfLinkSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Makes the secrets in links for those who have no account. They follow from the thing's id and the service's own secret, so
 * that every mail can have the same link again, while the tables hold no more than hashes ({@link hashOfLinkSecret}), which
 * lead to none.
 */
export class LinkSecrets<Thing extends string> {
  private readonly key: Buffer;

  /**
   * @param secret of the installation
   * @param purpose so that the same secret makes other links elsewhere
   */
  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  }

  /** @returns 43 characters of base64url, as {@link isLinkSecret} knows them */
  secretOf(thing: Thing, id: string): string {
    return createHmac('sha256', this.key).update(`${thing}:${id}`).digest('base64url');
  }
}
