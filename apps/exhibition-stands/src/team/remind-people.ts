import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { type Actor, dateOf, Transactions } from '#platform';
import { isId } from '../domain/ids.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { statusAfter, statusOf } from './domain/member-status.js';
import { mustNotBeOver } from './open-member.js';
import { TeamMemberRow } from './team-member.entity.js';
import { WriteToTeam } from './write-to-team.js';

/** How soon somebody may be written to again, in minutes: a second press is not a second mail. */
const pause = 10;

/** Sends people of a team their link again: to those who have not answered, or to some who are named. */
@Injectable()
export class RemindPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly write: WriteToTeam,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whoever was written to within the last ten minutes is not written to again. Who said that they cannot come and is named is
   * asked anew.
   *
   * @param memberIds `null`: all who have not answered
   * @returns how many were written to
   * @throws Problem 404; 409 `exhibition-over`
   */
  run(actor: Actor, exhibitionId: string, memberIds: readonly string[] | null): Promise<number> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const exhibition = await this.lockExhibition.run(manager, exhibitionId);
      mustNotBeOver(exhibition);
      const now = this.clock();
      const latest = dateOf(now.subtract({ minutes: pause }));
      const named = memberIds === null ? { status: 'invited' } : { id: In(memberIds.filter(isId)) };
      const rows = await manager.findBy(TeamMemberRow, { exhibitionId, ...named });
      const due = rows.filter(
        ({ status, email, invitedAt, remindedAt }) =>
          status !== 'left' && email !== null && (remindedAt ?? invitedAt ?? new Date(0)) <= latest,
      );
      for (const row of due) {
        const status = statusAfter(statusOf(row.status), 'invite') ?? row.status;
        await manager.update(TeamMemberRow, { id: row.id }, { status, remindedAt: dateOf(now) });
      }
      const isReminder = memberIds === null;
      await this.write.invitations(manager, exhibition, due, { isReminder, correlationId: actor.requestId });
      return due.length;
    });
  }
}
