import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepPerson } from '../keep-person.js';

type Type = 'members.person-changed.v1';

@Injectable()
export class OnPersonChanged implements MessageHandler<Type> {
  readonly type: Type = 'members.person-changed.v1';

  constructor(private readonly keep: KeepPerson) {}

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    await this.keep.run(manager, message.payload, message.aggregate.version);
  }
}
