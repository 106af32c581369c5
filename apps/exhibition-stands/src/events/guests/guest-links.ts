import { Injectable } from '@nestjs/common';
import { hashOfLinkSecret } from '#platform';
import { SecretLinks } from '../../links/secret-links.js';

/** The secrets of guests' own pages: every mail to somebody has the same link. */
@Injectable()
export class GuestLinks {
  constructor(private readonly links: SecretLinks) {}

  secretFor(guestId: string): string {
    return this.links.secretOf('guest', guestId);
  }

  hashFor(guestId: string): Buffer {
    return hashOfLinkSecret(this.secretFor(guestId));
  }
}
