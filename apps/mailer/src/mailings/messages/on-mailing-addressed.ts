import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { TakeIn } from '../../mails/take-in.js';
import { takeInMailing } from '../take-in-mailing.js';

type Type = 'events-calendar.mailing-addressed.v1';

@Injectable()
export class OnMailingAddressed implements MessageHandler<Type> {
  readonly type: Type = 'events-calendar.mailing-addressed.v1';

  constructor(private readonly takeIn: TakeIn) {}

  async handle(manager: EntityManager, { payload, correlationId }: Message<Type>): Promise<void> {
    const { mailingId, recipients } = payload;
    const readers = recipients.map((recipient) => ({ ...recipient, to: null }));
    await takeInMailing(this.takeIn, manager, mailingId, readers, correlationId);
  }
}
