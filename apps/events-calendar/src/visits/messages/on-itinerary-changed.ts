import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepItems } from '../keep-items.js';

@Injectable()
export class OnItineraryChanged implements MessageHandler<'study-visits.itinerary-changed.v1'> {
  readonly type = 'study-visits.itinerary-changed.v1';

  constructor(private readonly keep: KeepItems) {}

  async handle(
    manager: EntityManager,
    { payload, at }: Message<'study-visits.itinerary-changed.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, payload, at);
  }
}
