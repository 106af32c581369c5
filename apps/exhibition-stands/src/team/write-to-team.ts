import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { StandSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { teamInvitationEmail } from './emails/team-invitation.email.js';
import { whenOf, whereOf } from './exhibition-words.js';
import { TeamLinks } from './team-links.js';
import type { TeamMemberRow } from './team-member.entity.js';

export type Invited = Pick<TeamMemberRow, 'id' | 'linkNumber' | 'personId' | 'name' | 'email'>;

/** Writes to people of a team with the link to their own page. */
@Injectable()
export class WriteToTeam {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: TeamLinks,
    @Inject(SETTINGS) private readonly settings: Pick<StandSettings, 'PUBLIC_URL'>,
  ) {}

  /** Whoever has no address gets none. */
  async invitations(
    manager: EntityManager,
    exhibition: Exhibition,
    members: readonly Invited[],
    { isReminder, correlationId }: { readonly isReminder: boolean; readonly correlationId: string },
  ): Promise<void> {
    const { PUBLIC_URL: siteUrl } = this.settings;
    const about = { title: exhibition.title, when: whenOf(exhibition), where: whereOf(exhibition) };
    await this.askForMail.all(
      manager,
      members.flatMap((member) => {
        const { personId, name, email } = member;
        if (email === null) return [];
        const ownUrl = siteUrl + this.links.pathFor(member);
        return [
          {
            mailId: uuidv7(),
            reader: { personId, to: { name, address: email } },
            kind: 'stand-links' as const,
            content: teamInvitationEmail({ exhibition: about, name, isReminder, ownUrl, siteUrl }),
            correlationId,
          },
        ];
      }),
    );
  }
}
