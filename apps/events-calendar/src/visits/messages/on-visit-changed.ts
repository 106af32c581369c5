import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepThing } from '../../shown/keep-thing.js';

@Injectable()
export class OnVisitChanged implements MessageHandler<'study-visits.visit-changed.v1'> {
  readonly type = 'study-visits.visit-changed.v1';

  constructor(private readonly keep: KeepThing) {}

  async handle(
    manager: EntityManager,
    { payload, aggregate, correlationId }: Message<'study-visits.visit-changed.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, { source: 'visit', facts: payload }, aggregate.version, correlationId);
  }
}
