import type { DelegateStatus } from '../../bookings/domain/booking.js';

/** How a booking stands once its delegates stand like this. */
export function statusAfter(delegates: readonly DelegateStatus[]): 'confirmed' | 'applied' | 'cancelled' {
  const current = delegates.filter((status) => status !== 'cancelled' && status !== 'declined');
  if (current.length === 0) return 'cancelled';
  return current.includes('confirmed') ? 'confirmed' : 'applied';
}
