import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepThing } from '../../shown/keep-thing.js';

@Injectable()
export class OnVisitAnnounced implements MessageHandler<'study-visits.visit-announced.v1'> {
  readonly type = 'study-visits.visit-announced.v1';

  constructor(private readonly keep: KeepThing) {}

  async handle(
    manager: EntityManager,
    { payload, aggregate, correlationId }: Message<'study-visits.visit-announced.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, { source: 'visit', facts: payload }, aggregate.version, correlationId);
  }
}
