import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { FollowRow } from './follow.entity.js';

/** Stops following. */
@Injectable()
export class StopFollowing {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param owner whose it has to be; another's is left as it is
   * @returns whether there was one
   */
  async run(owner: string, followId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const { affected } = await manager.delete(FollowRow, { id: followId, personId: owner });
      return affected === 1;
    });
  }
}
