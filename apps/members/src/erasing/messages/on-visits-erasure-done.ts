import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { recordDone } from './erasure-done.js';

type Type = 'study-visits.person-erasure-done.v1';

@Injectable()
export class OnVisitsErasureDone implements MessageHandler<Type> {
  readonly type: Type = 'study-visits.person-erasure-done.v1';

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    await recordDone(manager, 'study-visits', message);
  }
}
