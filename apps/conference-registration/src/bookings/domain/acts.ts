/** What may be in a booking's history, each with its words after a name: "Ann Example began the booking". */
export const bookingActs = {
  begun: 'began the booking',
  'hold-extended': 'asked for more time',
  'hold-ran-out': 'let the places go, as the time had run out',
  resumed: 'took the places again',
  'given-up': 'gave the booking up',
  'limit-overridden': 'went over a limit',
  'delegate-filled-in': 'filled in a delegate’s details',
  'delegate-filled-in-themselves': 'filled in their own details',
  'delegates-listed': 'filled in delegates from a list',
  'delegate-added': 'added a delegate',
  'delegate-removed': 'took a delegate off',
  'ticket-changed': 'changed a delegate’s ticket or add-ons',
  'delegate-invited': 'asked a delegate to fill in their own details',
  'questions-answered': 'answered the questions about the booking',
  'payment-chosen': 'said how it will be paid',
  confirmed: 'confirmed the booking',
  credited: 'had a credit note issued',
  'purchase-order-entered': 'entered the purchase order',
  'invoice-issued-again': 'had the invoice issued again',
} as const;

export type BookingAct = keyof typeof bookingActs;
