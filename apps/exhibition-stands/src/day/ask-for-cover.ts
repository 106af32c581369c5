import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { notedActor } from '#people';
import { conflict, dateOf, unprocessable, type Actor } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { mustNotBeOver } from '../team/open-member.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CoverAskRow, CoverRequestRow } from './cover.entities.js';
import { CoverLinks } from './cover-links.js';
import { CoverRepository } from './cover.repository.js';
import type { AskMode } from './domain/cover-ask.js';
import { MoveCoverOn } from './move-cover-on.js';
import { ReadShiftToCover } from './shift-to-cover.js';

/** Whom to ask, and how. */
export interface CoverWish {
  readonly shiftId: string;
  /** In the order in which they are asked. */
  readonly memberIds: readonly string[];
  readonly mode: AskMode;
  /** How long each has to answer. */
  readonly minutes: number;
}

/** Asks people whether they could step into a shift that has a free place. */
@Injectable()
export class AskForCover {
  constructor(
    private readonly lockExhibition: LockExhibition,
    private readonly shifts: ReadShiftToCover,
    private readonly covers: CoverRepository,
    private readonly moveOn: MoveCoverOn,
    private readonly links: CoverLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the list's id
   * @throws Problem 404; 409 `exhibition-over`, `already-asking`, `no-gap`, `shift-over`; 422 where somebody cannot step in
   */
  async run(manager: EntityManager, actor: Actor, exhibitionId: string, wish: CoverWish): Promise<string> {
    const noted = await notedActor(manager, actor);
    mustNotBeOver(await this.lockExhibition.run(manager, exhibitionId));
    const cover = await this.shifts.of(exhibitionId, wish.shiftId, manager);
    const { shift, gaps, isOver, candidates, members } = cover;
    if (isOver) throw conflict('shift-over', 'This shift is over.');
    if (gaps === 0) throw conflict('no-gap', 'Nobody is missing in this shift any more.');
    const lists = await this.covers.of({ exhibitionId, shiftId: shift.id }, manager);
    if (lists.some(({ row }) => row.status === 'open')) {
      throw conflict('already-asking', 'People are being asked already. Stop asking them first.');
    }
    const able = new Set(candidates.filter(({ why }) => why.length === 0).map(({ member }) => member));
    const wanted = [...new Set(wish.memberIds)];
    if (wanted.length === 0) {
      throw unprocessable([
        { field: 'members', code: 'required', message: 'Choose at least one person to ask.' },
      ]);
    }
    const unable = wanted.filter((id) => !able.has(id)).map((id) => members.get(id)?.name ?? 'somebody');
    if (unable.length > 0) {
      const message = `${unable.join(', ')} cannot step in any more. Look at who can now.`;
      throw unprocessable([{ field: 'members', code: 'cannot-step-in', message }]);
    }
    const request = manager.create(CoverRequestRow, {
      id: uuidv7(),
      exhibitionId,
      shiftId: shift.id,
      mode: wish.mode,
      minutes: wish.minutes,
      status: 'open',
      askedAt: dateOf(this.clock()),
      askedBy: noted.identity.personId,
      endedAt: null,
    });
    await manager.insert(CoverRequestRow, request);
    const asked = await manager.findBy(TeamMemberRow, { id: In(wanted) });
    const numbers = new Map(asked.map(({ id, linkNumber }) => [id, linkNumber]));
    await manager.insert(
      CoverAskRow,
      wanted.map((teamMemberId, index) => {
        const id = uuidv7();
        const secretHash = this.links.hashFor(id, { linkNumber: numbers.get(teamMemberId) ?? 0 });
        return { id, requestId: request.id, teamMemberId, rank: index + 1, state: 'waiting', secretHash };
      }),
    );
    await this.moveOn.run(manager, request.id, cover, actor.requestId);
    return request.id;
  }

  /** Asks nobody any more; done already, it changes nothing. @throws Problem 404 */
  async stop(manager: EntityManager, actor: Actor, exhibitionId: string, requestId: string): Promise<void> {
    await notedActor(manager, actor);
    await this.lockExhibition.run(manager, exhibitionId);
    await this.moveOn.end(manager, exhibitionId, requestId, 'close');
  }
}
