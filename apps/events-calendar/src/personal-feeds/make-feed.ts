import { Inject, Injectable } from '@nestjs/common';
import { conflict, forbidden, Transactions, type Actor } from '#platform';
import { ErasedPersonRow } from '../members/erased-person.entity.js';
import { lockPeopleAlone } from '../members/people-lock.js';
import { CLOCK, type Clock } from '../tokens.js';
import { hashOfSecret, newSecret } from './domain/secret.js';
import { PersonalFeedRow } from './personal-feed.entity.js';
import { ReadOwnFeed } from './read-own-feed.js';

/** Makes the address of a person's own feed; one that they had before leads nowhere from then on. */
@Injectable()
export class MakeFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: ReadOwnFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param seen the state of their feed ({@link ReadOwnFeed}) that the person decided by
   * @returns the secret; it is not kept and cannot be had again
   * @throws Problem 403 for a visitor and for staff who act for the person: the address would outlive their acting
   * @throws Problem 409 `feed-changed` when the feed is not in that state any more
   */
  async run({ identity }: Actor, seen: string): Promise<string> {
    const { personId } = identity;
    if (personId === null) throw forbidden('You need to sign in to have a calendar of your own.');
    if (identity.actor !== null) {
      throw forbidden('Only the person can make this address, as whoever has it sees what they see.');
    }
    const secret = newSecret();
    await this.transactions.run(async (manager) => {
      await lockPeopleAlone(manager);
      if (await manager.existsBy(ErasedPersonRow, { id: personId })) {
        throw forbidden('What we held on you has been erased.');
      }
      const feed = await this.own.of(personId, manager);
      if (feed.state !== seen) throw conflict('feed-changed', 'Your address was changed meanwhile.');
      await manager.delete(PersonalFeedRow, { personId: feed.personId });
      await manager.insert(PersonalFeedRow, {
        secretHash: hashOfSecret(secret),
        personId: feed.personId,
        madeAt: new Date(this.clock().epochMilliseconds),
      });
    });
    return secret;
  }
}
