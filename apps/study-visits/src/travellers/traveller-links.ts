import { Injectable } from '@nestjs/common';
import { SecretLinks } from '../links/secret-links.js';
import { ownTravelPath } from './addresses.js';

/** The secrets of travellers' own pages. Every mail to somebody has the same link. */
@Injectable()
export class TravellerLinks {
  constructor(private readonly links: SecretLinks) {}

  secretFor(travellerId: string): string {
    return this.links.secretOf('traveller', travellerId);
  }

  pathFor(travellerId: string): string {
    return ownTravelPath(this.secretFor(travellerId));
  }
}
