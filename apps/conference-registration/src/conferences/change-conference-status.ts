import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { Transactions, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeConference } from './change-conference.js';
import type { ConferenceRow } from './conference.entity.js';
import { detailsFrom, statusOf } from './conference-rows.js';
import type { ConferenceStatus } from './domain/conference.js';
import { missingToOpen } from './domain/missing.js';
import { takeStep } from './domain/status.js';
import { soldTickets } from './sold-tickets.js';

export interface StatusChange {
  readonly to: ConferenceStatus;
  /** The version that the person saw. */
  readonly version: number;
  /** Everybody reads it; required to cancel. */
  readonly reason: string;
}

/** Opens, pauses, closes or cancels a conference. What is booked stays as it is: staff deal with it. */
@Injectable()
export class ChangeConferenceStatus {
  constructor(
    private readonly transactions: Transactions,
    private readonly change: ChangeConference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 when the rules do not allow it, something is missing, or a reason */
  async run(actor: Actor, id: string, { to, version, reason }: StatusChange): Promise<ConferenceRow> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const before = await this.change.open(manager, id, version);
      const from = statusOf(before);
      const missing = await this.missing(manager, before);
      const step = valueOf(takeStep({ from, to, reason, missing }));
      return this.change.write(manager, before, step, {
        actor: noted,
        action: `conference-${from === 'paused' && to === 'open' ? 'resumed' : to}`,
        reason: step.statusReason,
        changes: [],
      });
    });
  }

  private async missing(manager: EntityManager, row: ConferenceRow) {
    return missingToOpen(detailsFrom(row), await soldTickets(manager, row.id), this.clock());
  }
}
