/**
 * `held`: being filled in, its places kept until its time runs out. `lapsed`: its time ran out; what was filled in is kept.
 * `applied`: every delegate waits to be accepted.
 */
export const bookingStatuses = ['held', 'lapsed', 'confirmed', 'applied', 'cancelled'] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** For whom somebody books: their organisation, which then is the customer, or themselves. */
export const bookedFors = ['organisation', 'self', 'guest'] as const;
export type BookedFor = (typeof bookedFors)[number];

/** How it is paid. */
export const payments = ['invoice', 'transfer', 'nothing'] as const;
export type Payment = (typeof payments)[number];

/** `draft`: the booking is not confirmed yet. */
export const delegateStatuses = [
  'draft',
  'applied',
  'reserve',
  'declined',
  'confirmed',
  'cancelled',
] as const;
export type DelegateStatus = (typeof delegateStatuses)[number];

/** How long the places of a new booking are kept, and how much longer once, in minutes. */
export const holdMinutes = 30;
export const extensionMinutes = 15;

/** The most delegates that one booking may have. */
export const mostDelegates = 100;
