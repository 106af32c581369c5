import { Inject, Injectable } from '@nestjs/common';
import { valueOf } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import type { Account } from '../customer-account.js';
import { bookDay } from '../day.js';
import { checkPayment, type PaymentDetails, type PaymentInput } from '../domain/check-payment.js';
import { planFor, type Choice, type Plan } from '../domain/plan.js';
import { noSuchInvoice } from './record-payment.js';

/** What would become of a payment. */
export interface PlannedPayment {
  readonly details: PaymentDetails;
  readonly plan: Plan;
}

/** Works out what would become of a payment, for whoever is about to record it. */
@Injectable()
export class PlanPayment {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws Problem 422 */
  run(account: Account, payment: PaymentInput, choice: Choice): PlannedPayment {
    const details = valueOf(checkPayment(payment, 'the amount received', bookDay(this.clock())));
    const plan = planFor({ kind: 'payment', id: 'new', leftPence: details.pence }, account.invoices, choice);
    if (plan === null) throw noSuchInvoice();
    return { details, plan };
  }
}
