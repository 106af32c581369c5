import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contractOf, type Message } from '#contracts';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { TellAll } from './tell-all.js';

type Requested =
  | 'events-calendar.replay-requested.v1'
  | 'conference-registration.replay-requested.v1'
  | 'exhibition-stands.replay-requested.v1'
  | 'study-visits.replay-requested.v1'
  | 'mailer.replay-requested.v1';

/** Tells the asker, and nobody else, everything that it asks for. */
@Injectable()
export class Replay {
  constructor(
    private readonly all: TellAll,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(manager: EntityManager, { type, correlationId, payload }: Message<Requested>): Promise<void> {
    const to = contractOf(type).producer;
    for (const what of new Set(payload.what)) {
      const told = await this.all.of(manager, what, to, correlationId);
      this.log.info({ correlationId, to, what, told }, 'telling everything once more');
    }
  }
}
