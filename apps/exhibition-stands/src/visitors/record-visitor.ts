import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, notFound, valueOf } from '#platform';
import { isId } from '../domain/ids.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkVisitor, consentWords, type VisitorInput } from './domain/visitor.js';
import { VisitorRow } from './visitor.entity.js';

/** What became of somebody who was written down. */
export interface Recorded {
  readonly id: string;
  /** `agreed`: they are on the list; `known`: they are on it already, so this visit is only counted; `counted`: no more than that. */
  readonly as: 'agreed' | 'known' | 'counted';
}

/** Writes down who stopped by. */
@Injectable()
export class RecordVisitor {
  constructor(
    private readonly lock: LockExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Within a transaction that has locked nothing else. @throws Problem 404; 409 `exhibition-not-on`; 422 */
  async run(manager: EntityManager, exhibitionId: string, input: VisitorInput): Promise<Recorded> {
    await lockPeopleForChanges(manager);
    const exhibition = await this.lock.run(manager, exhibitionId);
    mustTakeVisitors(exhibition);
    const details = valueOf(checkVisitor(input));
    const [id, at] = [uuidv7(), dateOf(this.clock())];
    const known =
      details !== null &&
      (await manager
        .createQueryBuilder(VisitorRow, 'visitor')
        .where('visitor.exhibitionId = :exhibitionId AND lower(visitor.email) = lower(:email)', {
          exhibitionId,
          email: details.email,
        })
        .getExists());
    if (details === null || known) {
      await manager.insert(VisitorRow, { id, exhibitionId, at, source: 'form' });
      return { id, as: known ? 'known' : 'counted' };
    }
    await manager.insert(VisitorRow, {
      ...details,
      id,
      exhibitionId,
      at,
      consentAt: at,
      consentWords,
      source: 'form',
    });
    return { id, as: 'agreed' };
  }

  /** They want to hear no more: only that they came is kept. @throws Problem 404 */
  async forget(manager: EntityManager, exhibitionId: string, id: string): Promise<void> {
    const nothing = {
      name: null,
      email: null,
      organisationName: null,
      interests: null,
      consentAt: null,
      consentWords: null,
    };
    const { affected } = isId(id)
      ? await manager.update(VisitorRow, { id, exhibitionId }, nothing)
      : { affected: 0 };
    if (affected !== 1) throw notFound('There is no such visitor.');
  }
}

/** @throws Problem 409 `exhibition-not-on` */
export function mustTakeVisitors({ status }: Pick<Exhibition, 'status'>): void {
  if (status === 'draft')
    throw conflict('exhibition-not-on', 'The exhibition is a draft, so nobody can have stopped by yet.');
  if (status === 'cancelled')
    throw conflict('exhibition-not-on', 'The exhibition was called off, so nobody can have stopped by.');
}
