import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { type Actor, dateOf, hashOfLinkSecret, Transactions, unprocessable, valueOf } from '#platform';
import { ReaddressCovers } from '../day/readdress-covers.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkInvitee, type InviteeInput } from './domain/invitee.js';
import { FindInvitees } from './find-invitees.js';
import { OpenMember } from './open-member.js';
import { hasLeft } from './say-availability.js';
import { TeamLinks } from './team-links.js';
import { TeamMemberRow } from './team-member.entity.js';
import { WriteToTeam } from './write-to-team.js';

const uniqueViolation = '23505';

/** Changes what somebody of a team is called and where mail to them goes. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly invitees: FindInvitees,
    private readonly links: TeamLinks,
    private readonly write: WriteToTeam,
    private readonly covers: ReaddressCovers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * With another address they have another link, which is sent there; the old one leads nowhere. So it is with what they are asked.
   *
   * @throws Problem 404; 409 `exhibition-over`, `has-left`; 422
   */
  async run(actor: Actor, exhibitionId: string, memberId: string, input: InviteeInput): Promise<void> {
    const { name, email, organisationName } = valueOf(checkInvitee(input));
    const work = this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.underLock(manager, { exhibitionId, memberId });
      if (row.status === 'left') throw hasLeft();
      const isMoved = row.email?.toLowerCase() !== email.toLowerCase();
      if (!isMoved && row.name === name && row.organisationName === organisationName) return;
      const linkNumber = row.linkNumber + (isMoved ? 1 : 0);
      const known = await this.invitees.byEmails(manager, [email]);
      const changed = {
        name,
        email,
        organisationName,
        organisationId: organisationName === row.organisationName ? row.organisationId : null,
        personId: isMoved ? (known.get(email.toLowerCase())?.personId ?? null) : row.personId,
        linkNumber,
        secretHash: hashOfLinkSecret(this.links.secretFor({ id: row.id, linkNumber })),
        ...(isMoved && { remindedAt: dateOf(this.clock()) }),
        version: row.version + 1,
      };
      await manager.update(TeamMemberRow, { id: row.id }, changed);
      if (!isMoved) return;
      const mail = { isReminder: false, correlationId: actor.requestId };
      await this.write.invitations(manager, exhibition, [{ ...changed, id: row.id }], mail);
      await this.covers.run(manager, { row: { ...row, ...changed }, exhibition }, actor.requestId);
    });
    await work.catch((error: unknown) => {
      throw isTaken(error) ? addressTaken() : error;
    });
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  'code' in error.driverError &&
  error.driverError.code === uniqueViolation;

const addressTaken = () =>
  unprocessable([
    {
      field: 'email',
      code: 'address-taken',
      message:
        'Somebody else in this team has this address. Look for them in the team, or use another address.',
    },
  ]);
