import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { PersonRow } from '../members/person.entity.js';
import { PersonalFeedRow } from './personal-feed.entity.js';

/** What a person can be told of their feed. */
export interface OwnFeed {
  /** Whose it is: the person, or the one that their record was merged into. */
  readonly personId: string;
  /** When its addresses were made, the newest first; empty when there is none. */
  readonly madeAt: readonly Date[];
  /** Changes whenever the addresses do. A form that goes with it is not followed when they have changed meanwhile. */
  readonly state: string;
}

/** Whether a person has a feed of their own. */
@Injectable()
export class ReadOwnFeed {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(personId: string, manager: EntityManager = this.dataSource.manager): Promise<OwnFeed> {
    const person = await manager.findOneBy(PersonRow, { id: personId });
    const owner = person?.mergedInto ?? personId;
    const feeds = await manager.find(PersonalFeedRow, {
      where: { personId: owner },
      order: { madeAt: 'DESC' },
    });
    const madeAt = feeds.map((feed) => feed.madeAt);
    const state = madeAt.length === 0 ? 'none' : madeAt.map((at) => at.getTime()).join('.');
    return { personId: owner, madeAt, state };
  }
}
