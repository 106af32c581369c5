import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { lockPeopleAlone } from '../members/people-lock.js';
import { PersonalFeedRow } from './personal-feed.entity.js';
import { ReadOwnFeed } from './read-own-feed.js';

/** Ends a person's own feed: its address leads nowhere from then on. */
@Injectable()
export class RemoveFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: ReadOwnFeed,
  ) {}

  async run(personId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockPeopleAlone(manager);
      const feed = await this.own.of(personId, manager);
      await manager.delete(PersonalFeedRow, { personId: feed.personId });
    });
  }
}
