import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { Payment } from '../../bookings/domain/booking.js';
import type { BillTo } from '../../money/domain/bill-to.js';

/** How a booking is to be paid, as it is kept. */
export interface PaymentDetails {
  readonly payment: Payment;
  /** `null`: none, or it comes later. */
  readonly purchaseOrder: string | null;
  /** `null` where there is nothing to pay. */
  readonly billTo: BillTo | null;
}

/** The same as it was typed. */
export interface PaymentInput {
  readonly payment: string | null;
  readonly purchaseOrder: string | null;
  readonly billTo: { readonly [Part in keyof BillTo]: string | null };
}

/** What can be chosen where there is something to pay. */
export const paymentChoices = ['invoice', 'transfer'] as const satisfies readonly Payment[];

/** In words, after "Payment:". */
export const paymentWords: Readonly<Record<Payment, string>> = {
  invoice: 'By invoice',
  transfer: 'By bank transfer',
  nothing: 'Nothing to pay',
};

/** The longest of each, in characters. */
const longest = { purchaseOrder: 60, name: 200, address: 500 } as const;

/** A purchase order's number, or `null` when there is none (yet). */
export function checkPurchaseOrder(typed: string | null): Checked<string | null> {
  return checkOptionalText(typed, 'purchaseOrder', { longest: longest.purchaseOrder });
}

/**
 * @param grossPence what the booking costs with VAT
 * @returns how it is paid, or what is wrong with which field; where nothing is to be paid, nothing is asked
 */
export function checkPayment(input: PaymentInput, grossPence: number): Checked<PaymentDetails> {
  if (grossPence === 0) return accepted({ payment: 'nothing', purchaseOrder: null, billTo: null });
  const payment = checkChoice(input.payment);
  const purchaseOrder = checkPurchaseOrder(input.purchaseOrder);
  const name = checkText(input.billTo.name ?? '', 'billTo.name', {
    longest: longest.name,
    missing: { code: 'missing', message: 'Enter whom the invoice is made out to.' },
  });
  const address = checkText(input.billTo.address ?? '', 'billTo.address', {
    longest: longest.address,
    missing: { code: 'missing', message: 'Enter the address for the invoice.' },
    manyLines: true,
  });
  const email = checkEmail(input.billTo.email, 'billTo.email');
  if (payment.ok && purchaseOrder.ok && name.ok && address.ok && email.ok) {
    return accepted({
      payment: payment.value,
      purchaseOrder: purchaseOrder.value,
      billTo: { name: name.value, address: address.value, email: email.value },
    });
  }
  return refused(...problemsOf(payment, purchaseOrder, name, address, email));
}

function checkChoice(typed: string | null): Checked<Payment> {
  const found = paymentChoices.find((choice) => choice === typed);
  return found === undefined
    ? refuse('payment', 'missing', 'Choose how the booking will be paid.')
    : accepted(found);
}
