import { conflict, type Problem } from '#platform';
import type { BookingStatus } from './domain/booking.js';

const stands: Readonly<Record<BookingStatus, string>> = {
  held: 'is being filled in',
  lapsed: 'ran out of time, so its places were given back',
  confirmed: 'is confirmed',
  applied: 'waits to be accepted',
  cancelled: 'is cancelled',
};

/** 409: a booking that stands as it does cannot be dealt with so. @param cannot "no more time can be had" */
export const wrongStatus = (status: BookingStatus, cannot: string): Problem =>
  conflict('wrong-status', `This booking ${stands[status]}, so ${cannot}.`);
