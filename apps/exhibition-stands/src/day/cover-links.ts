import { Injectable } from '@nestjs/common';
import { hashOfLinkSecret } from '#platform';
import { SecretLinks } from '../links/secret-links.js';
import type { TeamMemberRow } from '../team/team-member.entity.js';

type Linked = Pick<TeamMemberRow, 'linkNumber'>;

/**
 * The secrets of questions whether somebody steps in. They go with that of their own page, to which such a question leads: when
 * that is another, as they have another address or have left, the old one leads nowhere.
 */
@Injectable()
export class CoverLinks {
  constructor(private readonly links: SecretLinks) {}

  secretFor(askId: string, { linkNumber }: Linked): string {
    return this.links.secretOf('cover-ask', linkNumber === 0 ? askId : `${askId} ${linkNumber}`);
  }

  hashFor(askId: string, member: Linked): Buffer {
    return hashOfLinkSecret(this.secretFor(askId, member));
  }
}
