import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { ChangeCurrent } from '../published/change-current.js';
import type { RotaRule } from '../rota/index.js';
import type { OpenedMember } from '../team/open-member.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CoverAskRow, CoverRequestRow } from './cover.entities.js';
import { CoverRepository } from './cover.repository.js';
import { askAfter, askStateOf } from './domain/cover-ask.js';
import { MoveCoverOn } from './move-cover-on.js';
import { isToLead, ReadShiftToCover } from './shift-to-cover.js';

/** What came of an answer. `filled`: somebody else has it; `closed`: it is not wanted any more; `cannot`: see why. */
export type Answered =
  | { readonly outcome: 'yours' | 'declined' | 'filled' | 'closed' }
  | { readonly outcome: 'cannot'; readonly why: readonly RotaRule[] };

/** Somebody answers whether they step in. */
@Injectable()
export class AnswerCover {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly covers: CoverRepository,
    private readonly shifts: ReadShiftToCover,
    private readonly change: ChangeCurrent,
    private readonly moveOn: MoveCoverOn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The first to accept has it: everybody is decided of under the exhibition's lock. The same answer again changes nothing.
   *
   * @throws Problem 404
   */
  run(secret: string, answer: 'accept' | 'decline', correlationId: string): Promise<Answered> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { request } = await this.covers.bySecret(secret, manager);
      const exhibition = await this.lockExhibition.run(manager, request.exhibitionId);
      const { ask } = await this.covers.bySecret(secret, manager);
      const now = dateOf(this.clock());
      if (exhibition.status === 'over' || exhibition.status === 'cancelled') return { outcome: 'closed' };
      if (answer === 'decline') {
        const isLast = askStateOf(ask.state) === 'declined';
        const declined = await this.covers.act(manager, [ask], 'decline', { answeredAt: now });
        if (declined.length > 0 && !isLast) await this.goOn(manager, ask, correlationId);
        return declined.length > 0 ? { outcome: 'declined' } : this.asItIs(ask);
      }
      return this.accept(manager, ask, now, correlationId);
    });
  }

  /**
   * That somebody who leaves steps into no shift at all: whoever is next on a list is asked at once.
   *
   * @param manager of a transaction that holds the locks of the people and of the exhibition
   */
  async declineAll(
    manager: EntityManager,
    { row, exhibition }: OpenedMember,
    correlationId: string,
  ): Promise<void> {
    const answeredAt = dateOf(this.clock());
    for (const request of await this.covers.of({ exhibitionId: exhibition.id }, manager)) {
      if (request.row.status !== 'open') continue;
      const ask = request.asks.find(({ teamMemberId }) => teamMemberId === row.id);
      if (ask === undefined || ask.state === 'declined') continue;
      if (ask.state === 'waiting') await this.covers.act(manager, [ask], 'close');
      else await this.covers.act(manager, [ask], 'decline', { answeredAt });
      await this.goOn(manager, ask, correlationId);
    }
  }

  private async accept(
    manager: EntityManager,
    ask: CoverAskRow,
    answeredAt: Date,
    correlationId: string,
  ): Promise<Answered> {
    const request = await manager.findOneByOrFail(CoverRequestRow, { id: ask.requestId });
    if (ask.state === 'accepted') return { outcome: 'yours' };
    if (request.status !== 'open') return { outcome: request.status === 'filled' ? 'filled' : 'closed' };
    if (askAfter(askStateOf(ask.state), 'accept') === null) return this.asItIs(ask);
    const { exhibitionId, shiftId } = request;
    const cover = await this.shifts.of(exhibitionId, shiftId, manager);
    if (cover.isOver) return { outcome: 'closed' };
    if (cover.places.some(({ memberId }) => memberId === ask.teamMemberId)) return { outcome: 'yours' };
    if (cover.gaps === 0) return { outcome: 'filled' };
    const why = cover.candidates.find(({ member }) => member === ask.teamMemberId)?.why ?? ['unknown'];
    if (why.length > 0) return { outcome: 'cannot', why };
    const isLead = isToLead(cover, ask.teamMemberId);
    const added = [{ shiftId, teamMemberId: ask.teamMemberId, isLead }];
    await this.change.run(
      manager,
      cover.exhibition,
      { added, source: 'stepped-in' },
      { now: this.clock(), correlationId, actor: null },
    );
    await this.covers.act(manager, [ask], 'accept', { answeredAt });
    await this.goOn(manager, ask, correlationId);
    return { outcome: 'yours' };
  }

  private async goOn(manager: EntityManager, ask: CoverAskRow, correlationId: string): Promise<void> {
    const request = await manager.findOneByOrFail(CoverRequestRow, { id: ask.requestId });
    if (request.status !== 'open') return;
    const cover = await this.shifts.of(request.exhibitionId, request.shiftId, manager);
    await this.moveOn.run(manager, request.id, cover, correlationId);
  }

  private asItIs({ state }: CoverAskRow): Answered {
    if (state === 'accepted') return { outcome: 'yours' };
    return { outcome: state === 'filled' ? 'filled' : 'closed' };
  }
}
