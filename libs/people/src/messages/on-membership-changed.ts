import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepOrganisation } from '../keep-organisation.js';

/** An organisation that joins, leaves or changes its category pays other prices from then on. */
@Injectable()
export class OnMembershipChanged implements MessageHandler<'members.membership-changed.v1'> {
  readonly type = 'members.membership-changed.v1';

  constructor(private readonly keep: KeepOrganisation) {}

  async handle(manager: EntityManager, message: Message<'members.membership-changed.v1'>): Promise<void> {
    await this.keep.membership(manager, message.payload, message.aggregate.version);
  }
}
