import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { checkOptionalText, type Checked } from '#checks';
import { AskForMail } from '#messaging';
import { conflict, dateOf, notFound, Transactions, type Actor, type Problem } from '#platform';
import { ChangeCurrent } from '../published/change-current.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent } from '../published/read-current.js';
import { OpenMember, type Who } from '../team/open-member.js';
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
   * @param actor who of the staff writes it down for them; `null`: they say it themselves
   * @throws Problem 404; 409 `exhibition-over`, `shift-begun`, `gone-meanwhile`
   */
  run(
    who: Who,
    assignmentId: string,
    reason: string,
    { actor, correlationId }: { readonly actor: Actor | null; readonly correlationId: string },
  ): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.underLock(manager, who);
      const all = await this.currents.of(exhibition.id, manager);
      const own = all.find(({ id, memberId }) => id === assignmentId && memberId === row.id);
      if (own === undefined) throw noSuchOwnShift();
      if (own.status === 'dropped-out') return;
      const now = this.clock();
      if (!hasIt(own) || Temporal.Instant.compare(own.terms.start, now) <= 0) {
        throw conflict(
          'shift-begun',
          'This shift has begun, so it cannot be given back here. Call whoever looks after the stand.',
        );
      }
      await this.change.run(manager, exhibition, { gone: [own.id] }, { now, correlationId, actor });
      const id = uuidv7();
      await manager.insert(DropOutRow, {
        id,
        exhibitionId: exhibition.id,
        teamMemberId: row.id,
        shiftId: own.shiftId,
        at: dateOf(now),
        reason,
        byStaff: actor !== null,
      });
      const { shiftId } = own;
      const gone = { id, shiftId, who: row.name, reason, ...own.terms };
      await this.askForMail.all(manager, this.mails.droppedOut(exhibition, gone, correlationId));
    });
  }
}
