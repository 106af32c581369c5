import type { LostBecause } from './emails/place-lost.email.js';

/** Who is cancelled, and on which terms. */
export interface Cancellation {
  /** Numbers within the booking. */
  readonly delegates: readonly number[] | 'all';
  /** What is paid back with VAT, in pence, as the person saw it; `null`: whatever it is. */
  readonly expectedRefundPence: number | null;
  /** Of what was invoiced, where staff decide otherwise than the refund rules; `null`: what these say. */
  readonly percent: number | null;
  /** Why, where it is not the booker's own wish. It stands on the credit note and in the mails. */
  readonly reason: string | null;
  /** `declined`: an application that staff turn down. */
  readonly as: 'cancelled' | 'declined';
  /** What the delegates are told. */
  readonly because: Exclude<LostBecause, 'replaced'>;
}

/** As whoever booked wants it. */
export const byBooker = { percent: null, reason: null, as: 'cancelled', because: 'cancelled' } as const;
