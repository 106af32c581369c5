import { Injectable } from '@nestjs/common';
import { hashOfLinkSecret } from '#platform';
import { SecretLinks } from '../links/secret-links.js';
import { linkPath } from './addresses.js';
import type { ApplicationRow } from './application.entity.js';

type Linked = Pick<ApplicationRow, 'id' | 'linkNumber'>;

/** The secrets of applicants' own pages. Every mail to somebody has the same link, until it goes to another address. */
@Injectable()
export class ApplicationLinks {
  constructor(private readonly links: SecretLinks) {}

  secretFor({ id, linkNumber }: Linked): string {
    return this.links.secretOf('application', linkNumber === 0 ? id : `${id} ${linkNumber}`);
  }

  hashFor(application: Linked): Buffer {
    return hashOfLinkSecret(this.secretFor(application));
  }

  pathFor(application: Linked): string {
    return linkPath(this.secretFor(application));
  }
}
