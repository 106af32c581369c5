import { Inject, Injectable } from '@nestjs/common';
import { placesOf } from '../booking-page/booking-details.js';
import { whereOf } from '../confirming/conference-words.js';
import { renderInvitation, sequenceAt } from '../confirming/domain/conference-calendar.js';
import { ownDelegatePath } from '../delegates/addresses.js';
import type { OwnPart } from '../delegates/fill-in-own-part.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';

/** Makes the calendar file that a delegate downloads from their own page. */
@Injectable()
export class OwnCalendar {
  constructor(
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns an iCalendar object with the conference as its one event */
  of({ details: { booking, catalogue }, own }: OwnPart, secret: string): string {
    const now = this.clock();
    const has = placesOf(own).map(({ ticketType }) => ticketType.name);
    const calendar = renderInvitation({
      conference: catalogue.conference,
      isCancelled: catalogue.conference.status === 'cancelled',
      uidDomain: this.settings.UID_DOMAIN,
      changedAt: now,
      sequence: sequenceAt(now),
      where: whereOf(catalogue),
      about: `You have booked: ${has.join(', ')}. Booking ${booking.reference}.`,
      url: this.settings.PUBLIC_URL + ownDelegatePath(secret),
    });
    // A file is nobody's invitation: with any METHOD it would have to name an ORGANIZER (RFC 5546 §3.2.1).
    return calendar.replace(/^METHOD:(?:REQUEST|CANCEL)\r\n/m, '');
  }
}
