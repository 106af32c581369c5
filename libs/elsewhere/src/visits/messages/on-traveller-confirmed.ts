import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepTravel } from '../keep-travel.js';

@Injectable()
export class OnTravellerConfirmed implements MessageHandler<'study-visits.traveller-confirmed.v1'> {
  readonly type = 'study-visits.traveller-confirmed.v1';

  constructor(private readonly keep: KeepTravel) {}

  async handle(
    manager: EntityManager,
    { payload, aggregate }: Message<'study-visits.traveller-confirmed.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, payload, true, aggregate.version);
  }
}
