import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { TakeIn } from '../mails/take-in.js';
import { takeInMail } from './take-in-mail.js';

type Type = 'study-visits.mail-requested.v1';

@Injectable()
export class OnVisitsMailRequested implements MessageHandler<Type> {
  readonly type: Type = 'study-visits.mail-requested.v1';

  constructor(private readonly takeIn: TakeIn) {}

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    await takeInMail(this.takeIn, manager, message);
  }
}
