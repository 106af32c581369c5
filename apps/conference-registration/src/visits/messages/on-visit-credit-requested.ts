import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { CreditVisit } from '../credit-visit.js';

const type = 'study-visits.visit-credit-requested.v1';

/** Credits what somebody who withdraws from a study visit need not pay. */
@Injectable()
export class OnVisitCreditRequested implements MessageHandler<typeof type> {
  readonly type = type;

  constructor(private readonly credit: CreditVisit) {}

  async handle(manager: EntityManager, { payload, correlationId }: Message<typeof type>): Promise<void> {
    await this.credit.run(manager, payload, correlationId);
  }
}
