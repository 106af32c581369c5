import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import { dateOf, notFound } from '#platform';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isId } from '../domain/ids.js';
import { CoverAskRow, CoverRequestRow } from './cover.entities.js';
import { CoverRepository } from './cover.repository.js';
import { DayMails } from './day-mails.js';
import { askModeOf, askStateOf, turnOf } from './domain/cover-ask.js';
import type { ShiftToCover } from './shift-to-cover.js';

/** Asks the next one on a list, and ends it when the place is taken or the shift is over. */
@Injectable()
export class MoveCoverOn {
  constructor(
    private readonly covers: CoverRepository,
    private readonly askForMail: AskForMail,
    private readonly mails: DayMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Under the exhibition's lock. A list that has ended stays as it is.
   *
   * @param cover the shift as it is now
   */
  async run(
    manager: EntityManager,
    requestId: string,
    cover: ShiftToCover,
    correlationId: string,
  ): Promise<void> {
    const request = await manager.findOneBy(CoverRequestRow, { id: requestId });
    if (request === null || request.status !== 'open') return;
    if (cover.gaps === 0) return this.fill(manager, request, cover, correlationId);
    if (cover.isOver) {
      await this.end(manager, request.exhibitionId, request.id, 'close');
      return;
    }
    const able = new Set(cover.candidates.filter(({ why }) => why.length === 0).map(({ member }) => member));
    let asks = await this.asksOf(manager, request.id);
    // Whom something else keeps out by now is passed over.
    const unable = asks.filter(({ state, teamMemberId }) => state === 'waiting' && !able.has(teamMemberId));
    await this.covers.act(manager, unable, 'close');
    asks = asks.filter((ask) => !unable.includes(ask));
    const mode = askModeOf(request.mode);
    const now = this.clock();
    const turn = turnOf(
      mode,
      asks.map(({ id, state, rank, until }) => ({
        id,
        state: askStateOf(state),
        rank,
        until: until?.getTime() ?? null,
      })),
      now.epochMilliseconds,
    );
    await this.covers.act(
      manager,
      asks.filter(({ id }) => turn.lapsed.includes(id)),
      'lapse',
    );
    const next =
      mode === 'all'
        ? asks.filter(({ state }) => state === 'waiting')
        : asks.filter(({ id }) => id === turn.next);
    const until = now.add({ minutes: request.minutes });
    await this.covers.act(manager, next, 'ask', { askedAt: dateOf(now), until: dateOf(until) });
    const members = await this.membersOf(manager, next);
    await this.askForMail.all(
      manager,
      next.flatMap(({ id, teamMemberId }) => {
        const member = members.get(teamMemberId);
        if (member === undefined) return [];
        const ask = { id, until, isForAll: mode === 'all' };
        return this.mails.ask(cover.exhibition, cover.shift, ask, member, correlationId);
      }),
    );
  }

  /** Somebody has the place: those who were asked, too, are told so. */
  private async fill(
    manager: EntityManager,
    request: CoverRequestRow,
    { exhibition, shift }: ShiftToCover,
    correlationId: string,
  ): Promise<void> {
    const ended = await this.end(manager, request.exhibitionId, request.id, 'fill');
    const hopeful = ended.filter(({ askedAt }) => askedAt !== null);
    const members = await this.membersOf(manager, hopeful);
    await this.askForMail.all(
      manager,
      hopeful.flatMap(({ id, teamMemberId }) => {
        const member = members.get(teamMemberId);
        return member === undefined ? [] : this.mails.filled(exhibition, shift, id, member, correlationId);
      }),
    );
  }

  /** @returns those who were still on the list, as they were */
  async end(
    manager: EntityManager,
    exhibitionId: string,
    requestId: string,
    act: 'fill' | 'close',
  ): Promise<readonly CoverAskRow[]> {
    const request = isId(requestId)
      ? await manager.findOneBy(CoverRequestRow, { id: requestId, exhibitionId })
      : null;
    if (request === null) throw notFound('Nobody was asked like this.');
    if (request.status !== 'open') return [];
    const status = act === 'fill' ? 'filled' : 'closed';
    const endedAt = dateOf(this.clock());
    await manager.update(CoverRequestRow, { id: request.id }, { status, endedAt });
    return this.covers.act(manager, await this.asksOf(manager, request.id), act);
  }

  private asksOf(manager: EntityManager, requestId: string): Promise<CoverAskRow[]> {
    return manager.find(CoverAskRow, { where: { requestId }, order: { rank: 'ASC' } });
  }

  private async membersOf(
    manager: EntityManager,
    asks: readonly CoverAskRow[],
  ): Promise<ReadonlyMap<string, TeamMemberRow>> {
    const rows = await Promise.all(
      asks.map(({ teamMemberId }) => manager.findOneByOrFail(TeamMemberRow, { id: teamMemberId })),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
