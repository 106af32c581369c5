import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';

const type = 'conference-registration.visit-invoice-changed.v1';

/** Keeps how an invoice for a traveller's place stands, unless a newer message has told already. */
@Injectable()
export class OnVisitInvoiceChanged implements MessageHandler<typeof type> {
  readonly type = type;

  async handle(manager: EntityManager, { payload }: Message<typeof type>): Promise<void> {
    await manager.query(
      `UPDATE traveller_charges SET invoice = $2
       WHERE id = $1 AND coalesce((invoice ->> 'version')::int, 0) <= $3`,
      [payload.chargeId, JSON.stringify(payload), payload.version],
    );
  }
}
