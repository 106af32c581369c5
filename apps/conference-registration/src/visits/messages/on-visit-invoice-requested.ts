import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { IssueVisitInvoice } from '../issue-visit-invoice.js';

const type = 'study-visits.visit-invoice-requested.v1';

/** Issues the invoice for what somebody is to pay for a study visit. */
@Injectable()
export class OnVisitInvoiceRequested implements MessageHandler<typeof type> {
  readonly type = type;

  constructor(private readonly invoice: IssueVisitInvoice) {}

  async handle(manager: EntityManager, { payload, correlationId }: Message<typeof type>): Promise<void> {
    await this.invoice.run(manager, payload, correlationId);
  }
}
