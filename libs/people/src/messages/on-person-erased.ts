import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import { Outbox, type MessageHandler } from '#messaging';
import { ForgetPerson } from '../forget-person.js';
import { PEOPLE_OF, type PeopleOf } from '../people-of.js';

/** Forgets the person and tells `members` what that came to. */
@Injectable()
export class OnPersonErased implements MessageHandler<'members.person-erased.v1'> {
  readonly type = 'members.person-erased.v1';

  constructor(
    private readonly forget: ForgetPerson,
    private readonly outbox: Outbox,
    @Inject(PEOPLE_OF) private readonly own: PeopleOf,
  ) {}

  async handle(manager: EntityManager, message: Message<'members.person-erased.v1'>): Promise<void> {
    const { id, erasureId } = message.payload;
    const did = await this.forget.run(manager, id);
    await this.outbox.add(manager, {
      type: `${this.own.app}.person-erasure-done.v1`,
      aggregate: { id: erasureId, version: message.aggregate.version },
      correlationId: message.correlationId,
      payload: { erasureId, personId: id, did },
    });
  }
}
