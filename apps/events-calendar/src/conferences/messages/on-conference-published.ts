import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepThing } from '../../shown/keep-thing.js';

@Injectable()
export class OnConferencePublished implements MessageHandler<'conference-registration.conference-published.v1'> {
  readonly type = 'conference-registration.conference-published.v1';

  constructor(private readonly keep: KeepThing) {}

  async handle(
    manager: EntityManager,
    message: Message<'conference-registration.conference-published.v1'>,
  ): Promise<void> {
    const told = { source: 'conference', facts: message.payload } as const;
    await this.keep.run(manager, told, message.aggregate.version, message.correlationId);
  }
}
