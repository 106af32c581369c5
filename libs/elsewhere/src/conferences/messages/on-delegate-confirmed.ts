import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepDelegate } from '../keep-delegate.js';

@Injectable()
export class OnDelegateConfirmed implements MessageHandler<'conference-registration.delegate-confirmed.v1'> {
  readonly type = 'conference-registration.delegate-confirmed.v1';

  constructor(private readonly keep: KeepDelegate) {}

  async handle(
    manager: EntityManager,
    message: Message<'conference-registration.delegate-confirmed.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, message.payload, true, message.aggregate.version);
  }
}
