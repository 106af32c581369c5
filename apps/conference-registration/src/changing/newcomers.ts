import { conflict, unprocessable } from '#platform';
import { plural } from '#ui';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { mostDelegates } from '../bookings/domain/booking.js';
import type { WantedTickets } from '../delegates/change-tickets.js';
import type { DelegateDetails } from '../delegates/domain/delegate-details.js';

/** Who is to come besides. */
export interface Newcomer {
  /** Checked. */
  readonly details: DelegateDetails;
  readonly tickets: WantedTickets;
}

/** @throws Problem 409 or 422 for what no booking can have */
export function checkNewcomers(
  { delegates, catalogue }: BookingDetails,
  newcomers: readonly Newcomer[],
): void {
  if (newcomers.length === 0) {
    const message = 'Say who is to be added.';
    throw unprocessable([{ field: 'delegates', code: 'missing', message }]);
  }
  const total = delegates.length + newcomers.length;
  if (total > mostDelegates) {
    throw conflict(
      'too-many-delegates',
      `One booking can have ${plural(mostDelegates, 'delegate')}, and with these it would have ${total}. Book the rest separately, or ask us to help.`,
    );
  }
  for (const { tickets } of newcomers) {
    if (catalogue.ticketType.get(tickets.ticketTypeId)?.kind !== 'ticket') {
      throw unprocessable([{ field: 'ticketTypeId', code: 'unknown-choice', message: 'Choose a ticket.' }]);
    }
    if (tickets.addOnIds.some((id) => catalogue.ticketType.get(id)?.kind !== 'add-on')) {
      const message = 'Choose add-ons from the list.';
      throw unprocessable([{ field: 'addOnIds', code: 'unknown-choice', message }]);
    }
  }
}
