import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, hashOfLinkSecret, isLinkSecret, notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { TeamMemberRow } from './team-member.entity.js';

/** Who is meant: whoever has the link, or somebody whom staff name. */
export type Who = { readonly secret: string } | { readonly exhibitionId: string; readonly memberId: string };

/** Somebody of a team. */
export interface OpenedMember {
  readonly row: TeamMemberRow;
  readonly exhibition: Exhibition;
}

const noSuchLink = (): Problem =>
  notFound(
    'This link is not used any more. If you have a newer mail from us, use the link in that one; otherwise ask whoever invited you for another.',
  );

const noSuchMember = (): Problem => notFound('There is nobody like this in the team.');

/** Finds somebody of a team by their own link, or by their id. */
@Injectable()
export class OpenMember {
  constructor(
    private readonly exhibitions: FindExhibition,
    private readonly lockExhibition: LockExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404 */
  async read(who: Who, manager: EntityManager = this.dataSource.manager): Promise<OpenedMember> {
    const row = await this.row(manager, who);
    return { row, exhibition: await this.exhibitions.byId(row.exhibitionId, manager) };
  }

  /**
   * The same for a change: with their row locked, and neither merged nor erased until the transaction ends.
   *
   * @throws Problem 404; 409 `exhibition-over`
   */
  async forChange(manager: EntityManager, who: Who): Promise<OpenedMember> {
    await lockPeopleForChanges(manager);
    const row = await this.row(manager, who, true);
    const exhibition = await this.exhibitions.byId(row.exhibitionId, manager);
    mustNotBeOver(exhibition);
    return { row, exhibition };
  }

  /** The same with the exhibition locked as well, before their row, for what changes more than what they say. */
  async underLock(manager: EntityManager, who: Who): Promise<OpenedMember> {
    await lockPeopleForChanges(manager);
    const { exhibitionId } = await this.row(manager, who);
    const exhibition = await this.lockExhibition.run(manager, exhibitionId);
    mustNotBeOver(exhibition);
    return { row: await this.row(manager, who, true), exhibition };
  }

  private async row(manager: EntityManager, who: Who, isLocked = false): Promise<TeamMemberRow> {
    const where = whereOf(who);
    const row = await manager.findOne(TeamMemberRow, {
      where,
      ...(isLocked && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (row !== null && !('secret' in who && row.status === 'left')) return row;
    throw 'secret' in who ? noSuchLink() : noSuchMember();
  }
}

function whereOf(who: Who): FindOptionsWhere<TeamMemberRow> {
  if ('secret' in who) {
    if (!isLinkSecret(who.secret)) throw noSuchLink();
    return { secretHash: hashOfLinkSecret(who.secret) };
  }
  if (!isId(who.memberId) || !isId(who.exhibitionId)) throw noSuchMember();
  return { id: who.memberId, exhibitionId: who.exhibitionId };
}

/** @throws Problem 409 `exhibition-over` */
export function mustNotBeOver({ status }: Pick<Exhibition, 'status'>): void {
  if (status === 'over') {
    throw conflict(
      'exhibition-over',
      'The exhibition is over, so nothing of its team can be changed. If something is wrong, tell whoever looks after the stand.',
    );
  }
  if (status === 'cancelled') {
    throw conflict(
      'exhibition-over',
      'The exhibition was called off, so nothing of its team can be changed. You need not do anything.',
    );
  }
}
