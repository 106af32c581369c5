import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { dateOf, hashOfLinkSecret, Transactions, type Actor } from '#platform';
import { DraftsRepository } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import { AnswerCover } from '../day/answer-cover.js';
import { DropOut, type SaidBy } from '../day/drop-out.js';
import { GiveBackPasses } from '../passes/give-back-passes.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { statusAfter, statusOf } from './domain/member-status.js';
import { OpenMember, type OpenedMember, type Who } from './open-member.js';
import { hasLeft } from './say-availability.js';
import { TeamLinks } from './team-links.js';
import { TeamMemberRow } from './team-member.entity.js';

/** That somebody does not help: they say that they cannot come, or staff take them out of the team. */
@Injectable()
export class LeaveTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly keepStep: KeepStep,
    private readonly dropOut: DropOut,
    private readonly covers: AnswerCover,
    private readonly passes: GiveBackPasses,
    private readonly links: TeamLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * They cannot come: shifts that have not begun are free for others, and everybody concerned is told. They may think better
   * of it with the same link; the shifts are not theirs again then.
   *
   * @param reason why; empty where they do not say
   * @throws Problem 403 for staff who have been erased; 404; 409 `exhibition-over`, `has-left`
   */
  decline(who: Who, reason: string, by: SaidBy): Promise<void> {
    return this.transactions.run(async (manager) => {
      const noted = await notedBy(manager, by);
      const opened = await this.members.underLock(manager, who);
      const { row } = opened;
      const status = statusAfter(statusOf(row.status), 'decline');
      if (status === null) throw hasLeft();
      if (status === row.status) return;
      const change = { status, answeredAt: dateOf(this.clock()), version: row.version + 1 };
      await manager.update(TeamMemberRow, { id: row.id }, change);
      await this.letGo(manager, opened, reason, noted);
    });
  }

  /** Staff take them out of the team; their link leads nowhere from then on. @throws Problem as {@link decline} */
  withdraw(exhibitionId: string, memberId: string, by: SaidBy): Promise<void> {
    return this.transactions.run(async (manager) => {
      const noted = await notedBy(manager, by);
      const opened = await this.members.underLock(manager, { exhibitionId, memberId });
      const { row } = opened;
      if (row.status === 'left') return;
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
      await this.letGo(manager, opened, '', noted);
    });
  }

  /**
   * What they were going to do is a gap again, in what is published and in the draft; whoever is asked after them for a shift
   * is asked now; their passes are free for others. What has begun is as it was.
   */
  private async letGo(
    manager: EntityManager,
    opened: OpenedMember,
    reason: string,
    by: SaidBy,
  ): Promise<void> {
    const { id } = opened.row;
    await this.dropOut.ofAll(manager, opened, reason, by);
    await this.leaveDraft(manager, opened, by.actor);
    await this.covers.declineAll(manager, opened, by.correlationId);
    await this.passes.of(manager, [id]);
  }

  /** Where the draft has them in more than they were told of. */
  private async leaveDraft(
    manager: EntityManager,
    { row, exhibition }: OpenedMember,
    actor: Actor | null,
  ): Promise<void> {
    const now = this.clock();
    const shifts = await this.shifts.list(exhibition.id, manager);
    const isToCome = new Set(
      shifts.filter(({ start }) => Temporal.Instant.compare(start, now) > 0).map(({ id }) => id),
    );
    const before = await this.drafts.read(exhibition.id, manager);
    const places = before.places.filter(({ shift, member }) => member !== row.id || !isToCome.has(shift));
    const after = { places, forbidden: before.forbidden };
    await this.keepStep.run(manager, { exhibitionId: exhibition.id, actor, act: 'take', before, after });
  }
}

const notedBy = async (manager: EntityManager, { actor, correlationId }: SaidBy): Promise<SaidBy> => ({
  actor: actor === null ? null : await notedActor(manager, actor),
  correlationId,
});
