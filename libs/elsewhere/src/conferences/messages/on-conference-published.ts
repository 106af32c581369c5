import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepConference } from '../keep-conference.js';

@Injectable()
export class OnConferencePublished implements MessageHandler<'conference-registration.conference-published.v1'> {
  readonly type = 'conference-registration.conference-published.v1';

  constructor(private readonly keep: KeepConference) {}

  async handle(
    manager: EntityManager,
    message: Message<'conference-registration.conference-published.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, message.payload, message.aggregate.version);
  }
}
