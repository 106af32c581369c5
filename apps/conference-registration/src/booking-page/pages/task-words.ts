import type { Task } from '#ui';
import { paymentWords } from '../../payment/domain/payment-details.js';
import type { Question } from '../../questions/domain/question.js';
import { costOfBooking } from '../booking-details.js';
import type { OpenBooking } from '../booking-frame.js';
import { isPaymentSettled } from '../still-missing.js';

export const isRequiredSomewhere = (questions: readonly Question[]): boolean =>
  questions.some(({ required }) => required);

/** How it is paid, as one of the things to do. */
export function paymentTask(open: OpenBooking): Task {
  const { booking, path } = open;
  const title = 'How it is paid';
  if (costOfBooking(open).grossPence === 0) {
    return { title, hint: paymentWords.nothing, status: { text: 'Completed' } };
  }
  const href = `${path}/payment`;
  if (!isPaymentSettled(open) || booking.payment === null) {
    return { title, href, status: { tag: { text: 'To do', colour: 'blue' } } };
  }
  const order =
    booking.purchaseOrder === null
      ? booking.purchaseOrderRequired
        ? 'the purchase order number can follow'
        : ''
      : `purchase order ${booking.purchaseOrder}`;
  const hint = [paymentWords[booking.payment], order].filter(Boolean).join('; ');
  return { title, hint, href, status: { text: 'Completed' } };
}
