import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, hashOfLinkSecret, Transactions } from '#platform';
import { GiveBackPasses } from '../passes/give-back-passes.js';
import { CLOCK, type Clock } from '../tokens.js';
import { statusAfter, statusOf } from './domain/member-status.js';
import { OpenMember, type Who } from './open-member.js';
import { hasLeft } from './say-availability.js';
import { TeamLinks } from './team-links.js';
import { TeamMemberRow } from './team-member.entity.js';

/** That somebody does not help: they say that they cannot come, or staff take them out of the team. */
@Injectable()
export class LeaveTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly passes: GiveBackPasses,
    private readonly links: TeamLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * They cannot come. They may think better of it with the same link.
   *
   * @throws Problem 404; 409 `exhibition-over`, `has-shifts`, `has-left`
   */
  decline(who: Who): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row } = await this.members.underLock(manager, who);
      const status = statusAfter(statusOf(row.status), 'decline');
      if (status === null) throw hasLeft();
      if (status === row.status) return;
      await this.letGo(
        manager,
        row,
        'You have shifts on the stand. Tell us first that you cannot make them.',
      );
      const change = { status, answeredAt: dateOf(this.clock()), version: row.version + 1 };
      await manager.update(TeamMemberRow, { id: row.id }, change);
    });
  }

  /** Staff take them out of the team; their link leads nowhere from then on. @throws Problem as {@link decline} */
  withdraw(exhibitionId: string, memberId: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row } = await this.members.underLock(manager, { exhibitionId, memberId });
      if (row.status === 'left') return;
      await this.letGo(manager, row, 'They have shifts in the published rota. Take them out of those first.');
      const linkNumber = row.linkNumber + 1;
      await manager.update(
        TeamMemberRow,
        { id: row.id },
        {
          status: 'left',
          linkNumber,
          secretHash: hashOfLinkSecret(this.links.secretFor({ id: row.id, linkNumber })),
          version: row.version + 1,
        },
      );
    });
  }

  /** What they were going to do is a gap in the draft again, and their passes are free for others. */
  private async letGo(manager: EntityManager, { id }: TeamMemberRow, why: string): Promise<void> {
    const shifts: unknown[] = await manager.query(
      `SELECT FROM current_assignments WHERE team_member_id = $1 AND status = 'assigned' AND ends_at > $2 LIMIT 1`,
      [id, dateOf(this.clock())],
    );
    if (shifts.length > 0) throw conflict('has-shifts', why);
    await manager.query('DELETE FROM draft_assignments WHERE team_member_id = $1', [id]);
    await this.passes.of(manager, [id]);
  }
}
