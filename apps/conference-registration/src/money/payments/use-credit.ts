import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, Transactions, type Actor } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { TellVisitInvoices } from '../../visits/tell-visit-invoices.js';
import { CustomerAccount } from '../customer-account.js';
import { settle } from '../domain/settling.js';
import { noSuchInvoice } from './record-payment.js';

export interface CreditUse {
  readonly customerId: string;
  /** In the order in which they are paid. */
  readonly invoiceIds: readonly string[];
}

/** Pays invoices with a customer's credit, the oldest credit first. */
@Injectable()
export class UseCredit {
  constructor(
    private readonly transactions: Transactions,
    private readonly account: CustomerAccount,
    private readonly tellVisits: TellVisitInvoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws as {@link add} */
  run(actor: Actor, use: CreditUse): Promise<number> {
    return this.transactions.run((manager) => this.add(manager, actor, use));
  }

  /**
   * Within the caller's transaction.
   *
   * @returns how much was used, in pence
   * @throws Problem 404 for a customer that is none; 409 `no-credit`; 422 for invoices with nothing outstanding
   */
  async add(manager: EntityManager, actor: Actor, { customerId, invoiceIds }: CreditUse): Promise<number> {
    await this.account.lock(manager, customerId);
    const { invoices, credits } = await this.account.read(manager, customerId);
    if (credits.length === 0) throw conflict('no-credit', 'This customer has no credit left to use.');
    const chosen = [...new Set(invoiceIds)].map((id) => invoices.find((invoice) => invoice.id === id));
    if (chosen.length === 0 || !chosen.every((invoice) => invoice !== undefined)) throw noSuchInvoice();
    const parts = settle(credits, chosen);
    await this.account.settle(manager, customerId, parts, dateOf(this.clock()));
    await this.tellVisits.ofCustomer(manager, customerId, actor.requestId);
    return parts.reduce((total, { pence }) => total + pence, 0);
  }
}
