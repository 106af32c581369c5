import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepOrganisation } from '../keep-organisation.js';

@Injectable()
export class OnOrganisationChanged implements MessageHandler<'members.organisation-changed.v1'> {
  readonly type = 'members.organisation-changed.v1';

  constructor(private readonly keep: KeepOrganisation) {}

  async handle(manager: EntityManager, message: Message<'members.organisation-changed.v1'>): Promise<void> {
    await this.keep.run(manager, message.payload, message.aggregate.version);
  }
}
