import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contractOf, type Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import type { Log } from '#platform';
import { LOG } from '../../tokens.js';
import { TellAll } from '../tell-all.js';

type Type = 'events-calendar.replay-requested.v1';

/** Tells the asker, and nobody else, everything that it asks for. */
@Injectable()
export class OnReplayRequested implements MessageHandler<Type> {
  readonly type: Type = 'events-calendar.replay-requested.v1';

  constructor(
    private readonly all: TellAll,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    const { correlationId, payload } = message;
    const to = contractOf(this.type).producer;
    for (const what of new Set(payload.what)) {
      const told = await this.all.of(manager, what, to, correlationId);
      this.log.info({ correlationId, to, what, told }, 'telling everything once more');
    }
  }
}
