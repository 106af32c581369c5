import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepPerson } from '../keep-person.js';
import { PERSON_TOLD, type PersonTold } from '../person-told.js';

@Injectable()
export class OnPersonChanged implements MessageHandler<'members.person-changed.v1'> {
  readonly type = 'members.person-changed.v1';

  constructor(
    private readonly keep: KeepPerson,
    @Optional() @Inject(PERSON_TOLD) private readonly besides: PersonTold | null,
  ) {}

  async handle(manager: EntityManager, message: Message<'members.person-changed.v1'>): Promise<void> {
    await this.keep.run(manager, message.payload, message.aggregate.version);
    await this.besides?.told(manager, message.payload.id, message.correlationId);
  }
}
