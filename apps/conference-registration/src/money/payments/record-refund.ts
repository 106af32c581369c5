import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges } from '#people';
import { dateOf, nameOfActor, Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { moneyInWords } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { CustomerAccount } from '../customer-account.js';
import { bookDay } from '../day.js';
import { checkPayment, type PaymentInput } from '../domain/check-payment.js';
import { takeFrom } from '../domain/settling.js';
import { PaymentRow } from '../entities/payment.entity.js';

export interface NewRefund extends PaymentInput {
  readonly customerId: string;
}

/** Records money that went back to a customer, out of their credit, the oldest first. */
@Injectable()
export class RecordRefund {
  constructor(
    private readonly transactions: Transactions,
    private readonly account: CustomerAccount,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws as {@link add} */
  run(actor: Actor, refund: NewRefund): Promise<string> {
    return this.transactions.run((manager) => this.add(manager, actor, refund));
  }

  /**
   * Within the caller's transaction.
   *
   * @returns the refund's id
   * @throws Problem 404 for a customer that is none; 422, also for more than the customer's credit
   */
  async add(manager: EntityManager, actor: Actor, refund: NewRefund): Promise<string> {
    await lockPeopleForChanges(manager);
    const now = this.clock();
    const details = valueOf(checkPayment(refund, 'the amount paid back', bookDay(now)));
    const customer = await this.account.lock(manager, refund.customerId);
    const { credits } = await this.account.read(manager, customer.id);
    const credit = credits.reduce((total, { leftPence }) => total + leftPence, 0);
    if (details.pence > credit) throw moreThanCredit(customer.name, credit);
    const id = uuidv7();
    const { identity } = actor;
    await manager.insert(PaymentRow, {
      id,
      customerId: customer.id,
      direction: 'out',
      onDate: details.on,
      pence: details.pence,
      method: details.method,
      reference: details.reference,
      note: details.note,
      recordedAt: dateOf(now),
      recordedById: (identity.actor ?? identity).personId,
      recordedByName: nameOfActor(identity),
    });
    await this.account.refund(manager, customer.id, id, takeFrom(credits, details.pence), dateOf(now));
    return id;
  }
}

const moreThanCredit = (name: string, credit: number) =>
  unprocessable([
    {
      field: 'pence',
      code: 'more-than-credit',
      message:
        credit === 0
          ? `${name} has no credit to pay back. Issue a credit note first.`
          : `${name} has ${moneyInWords(credit)} of credit. Enter that or less.`,
    },
  ]);
