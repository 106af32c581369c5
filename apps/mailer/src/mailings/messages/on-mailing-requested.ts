import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { keepMailing } from '../take-in-mailing.js';

type Type = 'events-calendar.mailing-requested.v1';

@Injectable()
export class OnMailingRequested implements MessageHandler<Type> {
  readonly type: Type = 'events-calendar.mailing-requested.v1';

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    await keepMailing(manager, message);
  }
}
