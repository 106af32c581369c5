import { Inject, Injectable } from '@nestjs/common';
import { Transactions, valueOf, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diff } from './domain/changes.js';
import type { Organisation, Status } from './domain/organisation.js';
import { step, type StepInput } from './domain/status.js';
import { WriteOrganisation } from './write-organisation.js';

export interface StatusChange extends StepInput {
  readonly to: Status;
  /** The version that the person saw. */
  readonly version: number;
}

/** Takes an organisation a step on: approved, joined, leaving, left, kept on and so forth. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly transactions: Transactions,
    private readonly write: WriteOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 when the rules do not allow it or something is missing */
  async run(actor: Actor, id: string, { to, version, ...input }: StatusChange): Promise<Organisation> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const before = await this.write.open(manager, id, version);
      const { organisation, change } = valueOf(step(before, to, input, { today: homeDay(now), now }));
      await this.write.update(manager, {
        organisation,
        revision: {
          actor,
          action: 'status-changed',
          reason: change.reason,
          changes: diff(before, organisation),
        },
        memberships: [change],
      });
      return organisation;
    });
  }
}
