import { Tag, type TagColour } from '#ui';
import type { BookingStatus, DelegateStatus } from '../bookings/domain/booking.js';

const bookings: Readonly<Record<BookingStatus, readonly [string, TagColour]>> = {
  held: ['Being filled in', 'blue'],
  lapsed: ['Ran out of time', 'grey'],
  confirmed: ['Confirmed', 'green'],
  applied: ['To be decided', 'yellow'],
  cancelled: ['Cancelled', 'red'],
};

const delegates: Readonly<Record<DelegateStatus, readonly [string, TagColour]>> = {
  draft: ['Being filled in', 'blue'],
  applied: ['To be decided', 'yellow'],
  reserve: ['On the reserve', 'orange'],
  declined: ['Declined', 'grey'],
  confirmed: ['Confirmed', 'green'],
  cancelled: ['Cancelled', 'red'],
};

export const bookingStatusWords = (status: BookingStatus): string => bookings[status][0];
export const delegateStatusWords = (status: DelegateStatus): string => delegates[status][0];

export function BookingTag({ status }: { readonly status: BookingStatus }) {
  return <Tag colour={bookings[status][1]}>{bookings[status][0]}</Tag>;
}

export function DelegateTag({ status }: { readonly status: DelegateStatus }) {
  return <Tag colour={delegates[status][1]}>{delegates[status][0]}</Tag>;
}
