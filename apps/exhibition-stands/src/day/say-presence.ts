import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, dateOf, Transactions, type Actor } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CurrentAssignmentRow } from '../published/current-assignment.entity.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { OpenMember } from '../team/open-member.js';
import { CLOCK, type Clock } from '../tokens.js';
import { momentOf, presenceAfter, type Moment, type PresenceAct } from './domain/presence.js';
import { noSuchOwnShift } from './drop-out.js';

/** Says who has come to a shift, and who has not. */
@Injectable()
export class SayPresence {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly members: OpenMember,
    private readonly currents: ReadCurrent,
    private readonly shifts: ShiftsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Somebody says by their own link that they are there; done already, it changes nothing.
   *
   * @throws Problem 404; 409 `too-early`, `shift-over`, `place-taken`, `exhibition-over`, `not-yours`
   */
  checkIn(secret: string, assignmentId: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.underLock(manager, { secret });
      const all = await this.currents.of(exhibition.id, manager);
      const own = all.find(({ id, memberId }) => id === assignmentId && memberId === row.id);
      if (own === undefined) throw noSuchOwnShift();
      if (momentOf(own.terms, this.clock()) === 'after' && own.status !== 'checked-in') {
        throw conflict(
          'shift-over',
          'This shift is over. Tell whoever looks after the stand that you were there.',
        );
      }
      await this.say(manager, exhibition, all, own, 'check-in');
    });
  }

  /** Staff say it. @throws Problem as {@link checkIn} */
  byStaff(actor: Actor, exhibitionId: string, assignmentId: string, act: PresenceAct): Promise<void> {
    return this.transactions.run(async (manager) => {
      await notedActor(manager, actor);
      const exhibition = await this.lockExhibition.run(manager, exhibitionId);
      const all = await this.currents.of(exhibition.id, manager);
      const one = all.find(({ id }) => id === assignmentId);
      if (one === undefined) throw noSuchOwnShift();
      await this.say(manager, exhibition, all, one, act);
    });
  }

  private async say(
    manager: EntityManager,
    exhibition: Exhibition,
    all: readonly ToldAssignment[],
    one: ToldAssignment,
    act: PresenceAct,
  ): Promise<void> {
    const now = this.clock();
    const moment = momentOf(one.terms, now);
    const status = presenceAfter(one.status, act, moment);
    if (status === null) throw cannotBeSaid(moment);
    if (status === one.status) return;
    if (!hasIt(one) && hasIt({ status })) await this.mustBeFree(manager, exhibition, all, one);
    await manager.update(
      CurrentAssignmentRow,
      { id: one.id },
      { status, statusAt: dateOf(now), checkedInAt: status === 'checked-in' ? dateOf(now) : null },
    );
  }

  /** Somebody may have stepped in for whoever did not come. */
  private async mustBeFree(
    manager: EntityManager,
    { id }: Exhibition,
    all: readonly ToldAssignment[],
    { shiftId }: ToldAssignment,
  ): Promise<void> {
    const shift = (await this.shifts.list(id, manager)).find((each) => each.id === shiftId);
    const taken = all.filter((each) => each.shiftId === shiftId && hasIt(each)).length;
    if (shift !== undefined && taken >= shift.cover) {
      throw conflict('place-taken', 'Somebody has stepped in meanwhile, so the place is taken.');
    }
  }
}

const cannotBeSaid = (moment: Moment) =>
  moment === 'too-early'
    ? conflict('too-early', 'You can check in from 15 minutes before the shift.')
    : conflict('not-yours', 'This cannot be said of the shift as it is now. Look at the page again.');
