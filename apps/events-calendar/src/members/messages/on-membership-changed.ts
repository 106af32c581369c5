import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepOrganisation } from '../keep-organisation.js';

/** Whoever belongs to an organisation that joins or leaves gains or loses the members' events with it. */
@Injectable()
export class OnMembershipChanged implements MessageHandler<'members.membership-changed.v1'> {
  readonly type = 'members.membership-changed.v1';

  constructor(private readonly keep: KeepOrganisation) {}

  async handle(manager: EntityManager, message: Message<'members.membership-changed.v1'>): Promise<void> {
    const { organisationId, name, to } = message.payload;
    await this.keep.run(manager, { id: organisationId, name, ...to, version: message.aggregate.version });
  }
}
