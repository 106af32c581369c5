import { checkPence } from '#checks';
import { readDay, textIn, type SubmittedValues } from '#ui';
import { mostPence, type PaymentInput } from '../domain/check-payment.js';

/** What a form says of a payment or a refund. @param what "the amount received" */
export const readPaymentForm = (values: SubmittedValues, what: string): PaymentInput => ({
  pence: checkPence(textIn(values, 'pence'), 'pence', { what, most: mostPence }),
  on: readDay(values, 'on', 'the day'),
  method: textIn(values, 'method'),
  reference: textIn(values, 'reference'),
  note: textIn(values, 'note'),
});
