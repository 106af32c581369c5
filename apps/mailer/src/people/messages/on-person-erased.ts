import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import { Outbox, type MessageHandler } from '#messaging';
import { ForgetPerson } from '../forget-person.js';

type Type = 'members.person-erased.v1';

/** Forgets the person and tells `members` what that came to. */
@Injectable()
export class OnPersonErased implements MessageHandler<Type> {
  readonly type: Type = 'members.person-erased.v1';

  constructor(
    private readonly forget: ForgetPerson,
    private readonly outbox: Outbox,
  ) {}

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    const { id: personId, erasureId } = message.payload;
    const did = await this.forget.run(manager, personId);
    await this.outbox.add(manager, {
      type: 'mailer.person-erasure-done.v1',
      aggregate: { id: erasureId, version: 1 },
      correlationId: message.correlationId,
      payload: { erasureId, personId, did },
    });
  }
}
