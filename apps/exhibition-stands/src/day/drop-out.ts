import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkOptionalText, type Checked } from '#checks';
import { AskForMail } from '#messaging';
import { notedActor } from '#people';
import { conflict, dateOf, notFound, Transactions, type Actor, type Problem } from '#platform';
import { addressesOfStaff } from '../exhibitions/addresses-of-staff.js';
import { ChangeCurrent } from '../published/change-current.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import { OpenMember, type OpenedMember, type Who } from '../team/open-member.js';
import { CLOCK, type Clock } from '../tokens.js';
import { DayMails } from './day-mails.js';
import { DropOutRow } from './drop-out.entity.js';

/** Longest reason for not coming, in characters. */
export const longestWhy = 500;

/** Why somebody cannot come; they need not say. */
export const checkWhy = (text: string): Checked<string | null> =>
  checkOptionalText(text, 'reason', { longest: longestWhy, manyLines: true });

export const noSuchOwnShift = (): Problem =>
  notFound('This shift is not theirs. The rota may have changed since you looked.');

/** Who says it. */
export interface SaidBy {
  /** Who of the staff writes it down for them; `null`: they say it themselves. */
  readonly actor: Actor | null;
  readonly correlationId: string;
}

/** That somebody cannot do a shift that they have: the place is free at once. */
@Injectable()
export class DropOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    private readonly currents: ReadCurrent,
    private readonly change: ChangeCurrent,
    private readonly askForMail: AskForMail,
    private readonly mails: DayMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Tells whoever had it, whoever is in it with them by what the rota says, and the contacts of the stand. Done already, it
   * changes nothing.
   *
   * @throws Problem 403 for staff who have been erased; 404; 409 `exhibition-over`, `shift-begun`, `gone-meanwhile`
   */
  run(who: Who, assignmentId: string, reason: string, { actor, correlationId }: SaidBy): Promise<void> {
    return this.transactions.run(async (manager) => {
      const by = { actor: actor === null ? null : await notedActor(manager, actor), correlationId };
      const opened = await this.members.underLock(manager, who);
      const all = await this.currents.of(opened.exhibition.id, manager);
      const own = all.find(({ id, memberId }) => id === assignmentId && memberId === opened.row.id);
      if (own === undefined) throw noSuchOwnShift();
      if (own.status === 'dropped-out') return;
      if (!this.canStillGo(own)) {
        throw conflict(
          'shift-begun',
          'This shift has begun, so it cannot be given back here. Call whoever looks after the stand.',
        );
      }
      await this.free(manager, opened, [own], reason, by);
    });
  }

  /**
   * That somebody who leaves cannot do any shift that has not begun yet; with none, it changes nothing.
   *
   * @param manager of a transaction that holds the locks of the people, of the exhibition and of their row
   */
  async ofAll(manager: EntityManager, opened: OpenedMember, reason: string, by: SaidBy): Promise<void> {
    const gone = await this.toFree(opened.row.id, manager);
    if (gone.length > 0) await this.free(manager, opened, gone, reason, by);
  }

  /** The shifts that would be free if somebody left now, in the order in which they begin. */
  async toFree(teamMemberId: string, manager?: EntityManager): Promise<readonly ToldAssignment[]> {
    return (await this.currents.ofMember(teamMemberId, manager)).filter((one) => this.canStillGo(one));
  }

  private canStillGo(one: ToldAssignment): boolean {
    return hasIt(one) && Temporal.Instant.compare(one.terms.start, this.clock()) > 0;
  }

  private async free(
    manager: EntityManager,
    { row, exhibition }: OpenedMember,
    gone: readonly ToldAssignment[],
    reason: string,
    { actor, correlationId }: SaidBy,
  ): Promise<void> {
    const now = this.clock();
    const ids = gone.map(({ id }) => id);
    await this.change.run(manager, exhibition, { gone: ids }, { now, correlationId, actor });
    const dropOuts = gone.map(({ shiftId }) => ({
      id: uuidv7(),
      exhibitionId: exhibition.id,
      teamMemberId: row.id,
      shiftId,
      at: dateOf(now),
      reason,
      byStaff: actor !== null,
    }));
    await manager.insert(DropOutRow, dropOuts);
    const shifts = gone.map(({ shiftId, terms }) => ({ shiftId, ...terms }));
    const told = { id: dropOuts[0]?.id ?? uuidv7(), who: row.name, reason, shifts };
    const staff = await addressesOfStaff(manager);
    await this.askForMail.all(manager, this.mails.droppedOut(exhibition, told, staff, correlationId));
  }
}
