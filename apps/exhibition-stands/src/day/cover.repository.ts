import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { hashOfLinkSecret, isLinkSecret, notFound } from '#platform';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CoverAskRow, CoverRequestRow } from './cover.entities.js';
import { CoverLinks } from './cover-links.js';
import { askAfter, askStateOf, type AskAct } from './domain/cover-ask.js';

/** A list of those who are asked to step into a shift. */
export interface CoverRequest {
  readonly row: CoverRequestRow;
  /** The first to be asked first. */
  readonly asks: readonly CoverAskRow[];
}

/** Where it is kept who is asked to step in. Whoever writes holds the exhibition's lock. */
@Injectable()
export class CoverRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: CoverLinks,
  ) {}

  /** Of an exhibition, or of one of its shifts, the newest first. */
  async of(
    where: { readonly exhibitionId: string; readonly shiftId?: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly CoverRequest[]> {
    const rows = await manager.find(CoverRequestRow, { where, order: { askedAt: 'DESC', id: 'DESC' } });
    const asks = await manager.find(CoverAskRow, {
      where: { requestId: In(rows.map(({ id }) => id)) },
      order: { rank: 'ASC' },
    });
    return rows.map((row) => ({ row, asks: asks.filter(({ requestId }) => requestId === row.id) }));
  }

  /** @throws Problem 404 */
  async bySecret(secret: string, manager: EntityManager = this.dataSource.manager) {
    const ask = isLinkSecret(secret)
      ? await manager.findOneBy(CoverAskRow, { secretHash: hashOfLinkSecret(secret) })
      : null;
    const member = ask && (await manager.findOneBy(TeamMemberRow, { id: ask.teamMemberId }));
    // It leads to their own page, so it ends when the link to that does.
    if (ask === null || member === null || !this.links.hashFor(ask.id, member).equals(ask.secretHash))
      throw notFound('This link is not used any more, or is not complete.');
    const request = await manager.findOneByOrFail(CoverRequestRow, { id: ask.requestId });
    return { ask, request };
  }

  async open(): Promise<readonly CoverRequestRow[]> {
    return this.dataSource.manager.find(CoverRequestRow, {
      where: { status: 'open' },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  /** What an act makes of some of them; whom it does not concern stays as they are. @returns whom it concerned */
  async act(
    manager: EntityManager,
    asks: readonly CoverAskRow[],
    act: AskAct,
    columns: Partial<Pick<CoverAskRow, 'askedAt' | 'until' | 'answeredAt'>> = {},
  ): Promise<readonly CoverAskRow[]> {
    const concerned = asks.filter(({ state }) => askAfter(askStateOf(state), act) !== null);
    for (const ask of concerned) {
      const state = askAfter(askStateOf(ask.state), act) ?? ask.state;
      await manager.update(CoverAskRow, { id: ask.id }, { state, ...columns });
    }
    return concerned;
  }
}
