import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unprocessable } from '#platform';
import { placesOf, type BookedDelegate, type BookingDetails } from '../booking-page/booking-details.js';
import { SwapPlaces } from '../places/swap-places.js';
import type { TakenFor } from '../places/take-places.js';

/** What somebody is to have: a ticket, and add-ons to it. */
export interface WantedTickets {
  readonly ticketTypeId: string;
  readonly addOnIds: readonly string[];
}

/** Whether a delegate has something else now than they are to have. */
export function isOtherThan(delegate: BookedDelegate, { ticketTypeId, addOnIds }: WantedTickets): boolean {
  const has = placesOf(delegate).map(({ ticketType }) => ticketType.id);
  const wanted = new Set([ticketTypeId, ...addOnIds]);
  return has.length !== wanted.size || has.some((id) => !wanted.has(id));
}

/** Gives a delegate another ticket or other add-ons, under the conference's lock. What they keep keeps its price, and
 * nobody who waits comes between where both tickets take from the same pool. */
@Injectable()
export class ChangeTickets {
  constructor(private readonly swapPlaces: SwapPlaces) {}

  /**
   * @param status `confirmed` where the booking is
   * @param allowOver where staff go over a limit
   * @returns whether there was something to change
   * @throws Problem 422 for what the conference does not offer; 409 as `TakePlaces`
   */
  async run(
    manager: EntityManager,
    { booking, catalogue }: BookingDetails,
    delegate: BookedDelegate,
    wanted: WantedTickets,
    status: 'held' | 'confirmed' = 'held',
    allowOver?: TakenFor['allowOver'],
  ): Promise<boolean> {
    if (!isOtherThan(delegate, wanted)) return false;
    const ticket = catalogue.ticketType.get(wanted.ticketTypeId);
    if (ticket?.kind !== 'ticket') throw notOffered('ticketTypeId', 'Choose a ticket.');
    if (wanted.addOnIds.some((id) => catalogue.ticketType.get(id)?.kind !== 'add-on')) {
      throw notOffered('addOnIds', 'Choose add-ons from the list.');
    }
    const ids = new Set([wanted.ticketTypeId, ...wanted.addOnIds]);
    const has = placesOf(delegate);
    // Add-ons of somebody who is to be accepted take nothing yet, so they are had anew.
    const isAnew = (delegate.ticket?.ticketType.needsApproval ?? false) !== ticket.needsApproval;
    const isWaiting = delegate.ticket?.place.status !== 'confirmed';
    const gone = has.filter(({ ticketType }) => isAnew || !ids.has(ticketType.id));
    const kept = new Set(has.filter((each) => !gone.includes(each)).map(({ ticketType }) => ticketType.id));
    await this.swapPlaces.run(
      manager,
      catalogue,
      gone.map(({ place }) => place.id),
      [...ids]
        .filter((id) => !kept.has(id))
        .map((id) => ({
          ticketTypeId: id,
          delegateId: delegate.delegate.id,
          // Whoever is accepted already has what they add at once.
          applies: ticket.needsApproval && (isAnew || isWaiting),
        })),
      {
        bookingId: booking.id,
        organisationId: booking.organisationId,
        category: booking.category,
        status,
        codeId: booking.codeId,
        offerId: null,
        ...(allowOver !== undefined && { allowOver }),
      },
    );
    return true;
  }
}

const notOffered = (field: string, message: string) =>
  unprocessable([{ field, code: 'unknown-choice', message }]);
