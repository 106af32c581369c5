import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diff, revise } from './domain/changes.js';
import { validateDetails, type DetailsInput } from './domain/details.js';
import { joinedWithin } from './domain/membership.js';
import type { Organisation } from './domain/organisation.js';
import { MembershipsRepository } from './memberships.repository.js';
import { WriteOrganisation } from './write-organisation.js';

/** Changes what an organisation's record says, but for category and status, which have use cases of their own. */
@Injectable()
export class EditOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: MembershipsRepository,
    private readonly write: WriteOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param version the version that the person saw
   * @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention
   */
  async run(actor: Actor, id: string, version: number, input: DetailsInput): Promise<Organisation> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const before = await this.write.open(manager, id, version);
      const details = valueOf(validateDetails(input, { status: before.status, today: homeDay(now) }));
      const after = revise(before, details, now);
      if (after === before) return before;
      await this.correctDates(manager, before, after);
      await this.write.update(manager, {
        organisation: after,
        revision: { actor, action: 'edited', changes: diff(before, after) },
        memberships: [],
      });
      return after;
    });
  }

  /** What is known better now of when it joined or left holds for the numbers over time too. */
  private async correctDates(
    manager: EntityManager,
    before: Organisation,
    after: Organisation,
  ): Promise<void> {
    if (before.joinedOn !== after.joinedOn) {
      const earlier = (await this.memberships.leftBefore(manager, [after.id])).get(after.id);
      const problem = joinedWithin(after, earlier);
      if (problem !== null) throw unprocessable([problem]);
      await this.memberships.correct(manager, 'joined', [{ id: after.id, on: after.joinedOn }]);
    }
    if (before.leftOn !== after.leftOn && after.status === 'left') {
      await this.memberships.correct(manager, 'left', [{ id: after.id, on: after.leftOn }]);
    }
  }
}
