import { Inject, Injectable } from '@nestjs/common';
import { LinkSecrets } from '#platform';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** What a link may be to, with a secret that gives the right to that one thing. */
export type LinkedThing = 'booking' | 'delegate' | 'guest' | 'waiting';

/** Makes the secrets in links for bookers, delegates and guests, who need no account. */
@Injectable()
export class SecretLinks extends LinkSecrets<LinkedThing> {
  constructor(@Inject(SETTINGS) settings: Pick<ConferenceSettings, 'LINK_SECRET'>) {
    super(settings.LINK_SECRET, 'links to bookings');
  }
}
