import { Injectable } from '@nestjs/common';
import type { DelegateRow } from '../bookings/delegate.entity.js';
import { SecretLinks } from '../links/secret-links.js';
import { ownDelegatePath } from './addresses.js';

/**
 * The secrets of delegates' own pages. They go with the address that they are mailed to: every mail to it has the same link,
 * and somebody else who takes the place has another.
 */
@Injectable()
export class DelegateLinks {
  constructor(private readonly links: SecretLinks) {}

  /** @param email that the link is mailed to */
  secretFor({ id }: Pick<DelegateRow, 'id'>, email: string): string {
    return this.links.secretOf('delegate', `${id} ${email.toLowerCase()}`);
  }

  pathFor(delegate: Pick<DelegateRow, 'id'>, email: string): string {
    return ownDelegatePath(this.secretFor(delegate, email));
  }
}
