import { Injectable } from '@nestjs/common';
import { SecretLinks } from '../links/secret-links.js';
import { ownPath } from './addresses.js';
import type { TeamMemberRow } from './team-member.entity.js';

type Linked = Pick<TeamMemberRow, 'id' | 'linkNumber'>;

/**
 * The secrets of volunteers' own pages. Every mail to somebody has the same link, until they leave the team or have another
 * address: then the old one leads nowhere.
 */
@Injectable()
export class TeamLinks {
  constructor(private readonly links: SecretLinks) {}

  secretFor({ id, linkNumber }: Linked): string {
    return this.links.secretOf('team-member', linkNumber === 0 ? id : `${id} ${linkNumber}`);
  }

  pathFor(member: Linked): string {
    return ownPath(this.secretFor(member));
  }
}
