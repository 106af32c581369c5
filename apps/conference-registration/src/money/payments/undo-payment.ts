import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, nameOfActor, notFound, Transactions, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { TellVisitInvoices } from '../../visits/tell-visit-invoices.js';
import { CustomerAccount } from '../customer-account.js';
import { checkReason } from '../domain/check-payment.js';
import { settle } from '../domain/settling.js';
import { PaymentRow } from '../entities/payment.entity.js';

/**
 * Takes back a payment or a refund that was recorded by mistake: what it settled is open again. The line stays, with who undid
 * it and why.
 */
@Injectable()
export class UndoPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly account: CustomerAccount,
    private readonly tellVisits: TellVisitInvoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Once it is undone, it is; a second time changes nothing.
   *
   * @throws Problem 404; 409 `refunded` while some of the payment has been paid back; 422 without a reason
   */
  async run(actor: Actor, paymentId: string, given: string): Promise<PaymentRow> {
    const reason = valueOf(
      checkReason(given, 'Say why it is taken back, such as “recorded for another council”.'),
    );
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const found = await manager.findOneBy(PaymentRow, { id: paymentId });
      if (found === null) throw notFound('There is no such payment.');
      await this.account.lock(manager, found.customerId);
      const payment = await manager.findOneByOrFail(PaymentRow, { id: paymentId });
      if (payment.undoneAt !== null) return payment;
      const undoneAt = dateOf(this.clock());
      await this.unsettle(manager, payment, undoneAt);
      const { identity } = actor;
      const undone = {
        undoneAt,
        undoneReason: reason,
        undoneById: (identity.actor ?? identity).personId,
        undoneByName: nameOfActor(identity),
      };
      await manager.update(PaymentRow, { id: paymentId }, undone);
      await this.tellVisits.ofCustomer(manager, payment.customerId, actor.requestId);
      return { ...payment, ...undone };
    });
  }

  private async unsettle(manager: EntityManager, payment: PaymentRow, at: Date): Promise<void> {
    if (payment.direction === 'in' && (await this.isRefunded(manager, payment.id))) {
      throw conflict('refunded', 'Some of this payment has been paid back. Undo that refund first.');
    }
    const column = payment.direction === 'in' ? 'payment_id' : 'refund_id';
    await manager.query(`UPDATE settlements SET undone_at = $2 WHERE ${column} = $1 AND undone_at IS NULL`, [
      payment.id,
      at,
    ]);
    if (payment.direction === 'in') await this.creditAgain(manager, payment.customerId, payment.id, at);
  }

  private async isRefunded(manager: EntityManager, paymentId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'SELECT FROM settlements WHERE payment_id = $1 AND refund_id IS NOT NULL AND undone_at IS NULL LIMIT 1',
      [paymentId],
    );
    return rows.length > 0;
  }

  /** A credit note settles its own invoice before anything else: it does so now where the payment had done it. */
  private async creditAgain(
    manager: EntityManager,
    customerId: string,
    paymentId: string,
    at: Date,
  ): Promise<void> {
    const notes = await manager.query<{ id: string; invoiceId: string }[]>(
      `SELECT d.id, d.corrects_id AS "invoiceId" FROM documents d
       WHERE d.series = 'credit-note' AND d.corrects_id IN (SELECT invoice_id FROM settlements WHERE payment_id = $1)
       ORDER BY d.number`,
      [paymentId],
    );
    for (const { id, invoiceId } of notes) {
      const { invoices, credits } = await this.account.read(manager, customerId);
      const parts = settle(
        credits.filter((credit) => credit.id === id),
        invoices.filter((invoice) => invoice.id === invoiceId),
      );
      await this.account.settle(manager, customerId, parts, at);
    }
  }
}
