import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, nameOfActor, Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { FindBillingAddress } from '../billing-address.js';
import { TellVisitInvoices } from '../../visits/tell-visit-invoices.js';
import { CustomerAccount } from '../customer-account.js';
import { bookDay } from '../day.js';
import { checkPayment, type PaymentInput } from '../domain/check-payment.js';
import { planFor, planKey, type Choice, type Plan } from '../domain/plan.js';
import { SendReceipt } from '../emails/send-receipt.js';
import { PaymentRow } from '../entities/payment.entity.js';
import { IssueReceipt } from '../issue-receipt.js';

export interface NewPayment extends PaymentInput {
  readonly customerId: string;
  readonly choice: Choice;
  /** What whoever records it was shown, as `planKey`; `null`: they take what comes. */
  readonly seenPlan: string | null;
}

/** What became of a payment. */
export interface RecordedPayment {
  readonly id: string;
  readonly receiptId: string;
  readonly plan: Plan;
}

/** Records money that came in: puts it to invoices, keeps the rest as credit, issues the receipt and mails that. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly account: CustomerAccount,
    private readonly receipts: IssueReceipt,
    private readonly addresses: FindBillingAddress,
    private readonly mail: SendReceipt,
    private readonly tellVisits: TellVisitInvoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws as {@link add} */
  run(actor: Actor, payment: NewPayment): Promise<RecordedPayment> {
    return this.transactions.run((manager) => this.add(manager, actor, payment));
  }

  /**
   * Within the caller's transaction.
   *
   * @throws Problem 404 for a customer that is none; 409 `settled-meanwhile` where other invoices would be paid than were
   *   shown; 422
   */
  async add(manager: EntityManager, actor: Actor, payment: NewPayment): Promise<RecordedPayment> {
    await lockPeopleForChanges(manager);
    const now = this.clock();
    const details = valueOf(checkPayment(payment, 'the amount received', bookDay(now)));
    const customer = await this.account.lock(manager, payment.customerId);
    const { invoices } = await this.account.read(manager, customer.id);
    const id = uuidv7();
    const plan = planFor({ kind: 'payment', id, leftPence: details.pence }, invoices, payment.choice);
    if (plan === null) throw noSuchInvoice();
    if (payment.seenPlan !== null && payment.seenPlan !== planKey(plan)) throw settledMeanwhile();
    const { identity } = actor;
    await manager.insert(PaymentRow, {
      id,
      customerId: customer.id,
      direction: 'in',
      onDate: details.on,
      pence: details.pence,
      method: details.method,
      reference: details.reference,
      note: details.note,
      recordedAt: dateOf(now),
      recordedById: (identity.actor ?? identity).personId,
      recordedByName: nameOfActor(identity),
    });
    await this.account.settle(manager, customer.id, plan.parts, dateOf(now));
    const { email, ...billTo } = await this.addresses.of(manager, customer.id);
    const settled = plan.parts.map(({ invoiceId, pence }) => {
      const invoice = invoices.find((each) => each.id === invoiceId);
      return {
        label: invoice?.label ?? '',
        pence,
        outstandingPence: (invoice?.outstandingPence ?? pence) - pence,
      };
    });
    const { on, method, reference, pence } = details;
    const received = { id, on, method, reference, pence, settled, creditPence: plan.creditPence };
    const receipt = await this.receipts.run(manager, { customer, billTo, payment: received, actor });
    await this.mail.run(manager, {
      receipt,
      payment: received,
      customer,
      billTo,
      email,
      correlationId: actor.requestId,
    });
    await this.tellVisits.ofCustomer(manager, customer.id, actor.requestId);
    return { id, receiptId: receipt.id, plan };
  }
}

/** 422: an invoice was chosen that is none of the customer's, or has nothing outstanding. */
export const noSuchInvoice = (
  message = 'One of these invoices is settled by now, or is not this customer’s. Load the page again and choose anew.',
) => unprocessable([{ field: 'invoiceIds', code: 'not-outstanding', message }]);

/** 409: what was shown is no longer what would happen. */
const settledMeanwhile = () =>
  conflict('settled-meanwhile', 'Something was paid or credited meanwhile. Look at what is outstanding now.');
