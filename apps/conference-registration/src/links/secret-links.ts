import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** What a link may be to, with a secret that gives the right to that one thing. */
export type LinkedThing = 'booking' | 'delegate' | 'guest' | 'waiting';

/**
 * Makes the secrets in links for those who have no account. They follow from the thing's id and the service's own secret, so
 * that every mail can have the same link again, while the tables hold no more than hashes (`hashOfSecret`), which lead to
 * none.
 */
@Injectable()
export class SecretLinks {
  private readonly key: Buffer;

  constructor(@Inject(SETTINGS) settings: Pick<ConferenceSettings, 'LINK_SECRET'>) {
    this.key = Buffer.from(hkdfSync('sha256', settings.LINK_SECRET, '', 'links to bookings', 32));
  }

  /** @returns 43 characters of base64url, as `isSecret` knows them */
  secretOf(thing: LinkedThing, id: string): string {
    return createHmac('sha256', this.key).update(`${thing}:${id}`).digest('base64url');
  }
}
