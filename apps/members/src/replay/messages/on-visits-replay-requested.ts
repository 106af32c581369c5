import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { Replay } from '../replay-to.js';

type Type = 'study-visits.replay-requested.v1';

@Injectable()
export class OnVisitsReplayRequested implements MessageHandler<Type> {
  readonly type: Type = 'study-visits.replay-requested.v1';

  constructor(private readonly replay: Replay) {}

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    await this.replay.run(manager, message);
  }
}
