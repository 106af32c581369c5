/** What may be in a booking's history, each with its words after a name: "Ann Example began the booking". */
export const bookingActs = {
  begun: 'began the booking',
  'hold-extended': 'asked for more time',
  'hold-ran-out': 'let the places go, as the time had run out',
  resumed: 'took the places again',
  'given-up': 'gave the booking up',
  'limit-overridden': 'went over a limit',
} as const;

export type BookingAct = keyof typeof bookingActs;
