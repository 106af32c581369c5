import { Inject, Injectable } from '@nestjs/common';
import { LinkSecrets } from '#platform';
import type { StandSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** What a link may be to, with a secret that gives the right to that one thing. */
export type LinkedThing = 'team-member' | 'cover-ask' | 'guest' | 'feedback';

/** Makes the secrets in links for volunteers and guests, who need no account. */
@Injectable()
export class SecretLinks extends LinkSecrets<LinkedThing> {
  constructor(@Inject(SETTINGS) settings: Pick<StandSettings, 'LINK_SECRET'>) {
    super(settings.LINK_SECRET, 'links to stands');
  }
}
