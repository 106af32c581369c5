import { Inject, Injectable } from '@nestjs/common';
import { Transactions, valueOf, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import { changeCategory } from './domain/category.js';
import { diff } from './domain/changes.js';
import type { Organisation } from './domain/organisation.js';
import type { StepInput } from './domain/status.js';
import { WriteOrganisation } from './write-organisation.js';

export interface CategoryChange extends StepInput {
  readonly to: string;
  /** The version that the person saw. */
  readonly version: number;
}

/** Moves an organisation to another category. */
@Injectable()
export class ChangeCategory {
  constructor(
    private readonly transactions: Transactions,
    private readonly write: WriteOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  async run(actor: Actor, id: string, { to, version, ...input }: CategoryChange): Promise<Organisation> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const before = await this.write.open(manager, id, version);
      const at = { today: homeDay(now), now };
      const { organisation, change } = valueOf(changeCategory(before, to, input, at));
      await this.write.update(manager, {
        organisation,
        revision: {
          actor,
          action: 'category-changed',
          reason: change.reason,
          changes: diff(before, organisation),
        },
        memberships: [change],
      });
      return organisation;
    });
  }
}
