import { Inject, Injectable } from '@nestjs/common';
import { LinkSecrets } from '#platform';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** What a link may be to, with a secret that gives the right to that one thing. */
export type LinkedThing =
  'application' | 'reference' | 'traveller' | 'driver' | 'feed' | 'host' | 'interpreter';

/** Makes the secrets in links for applicants, their supporters, travellers with their calendars, drivers, hosts and interpreters, who need no account. */
@Injectable()
export class SecretLinks extends LinkSecrets<LinkedThing> {
  constructor(@Inject(SETTINGS) settings: Pick<VisitSettings, 'LINK_SECRET'>) {
    super(settings.LINK_SECRET, 'links to study visits');
  }
}
