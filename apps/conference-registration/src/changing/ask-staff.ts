import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { checkText } from '#checks';
import { AskForMail } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { Transactions, valueOf, type Actor } from '#platform';
import { named } from '../booking-page/filling-in.js';
import { bookingPath } from '../bookings/addresses.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { FindBooking } from '../bookings/find-booking.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { staffAskedEmail } from './emails/staff-asked.email.js';

/** Puts a question about a booking before the staff: by mail to the conference's contact, and in the booking's history. */
@Injectable()
export class AskStaff {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly catalogues: ReadCatalogue,
    private readonly history: BookingHistory,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
  ) {}

  /** @throws Problem 404; 422 */
  run(actor: Actor, key: string, message: string): Promise<void> {
    return this.transactions.run((manager) => this.within(manager, actor, key, message));
  }

  /** The same within a transaction that has locked nothing. Done twice it is done twice. */
  async within(manager: EntityManager, actor: Actor, key: string, message: string): Promise<void> {
    await lockPeopleForChanges(manager);
    const booking = await this.findBooking.forChange(manager, actor, key);
    const text = valueOf(
      checkText(message, 'message', {
        longest: 2000,
        manyLines: true,
        missing: { code: 'missing', message: 'Write what you need.' },
      }),
    );
    const { conference } = await this.catalogues.of(booking.conferenceId, manager);
    await this.history.record(manager, {
      bookingId: booking.id,
      act: 'staff-asked',
      details: { message: text },
      actor: named(actor, booking.bookerName),
    });
    if (conference.contactEmail === null) return;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name: conference.contactName, address: conference.contactEmail } },
      kind: 'bookings',
      content: staffAskedEmail({
        conference: { title: conference.title },
        reference: booking.reference,
        name: named(actor, booking.bookerName).identity.name,
        organisation: booking.organisationName,
        email: booking.bookerEmail,
        message: text,
        bookingUrl: this.settings.PUBLIC_URL + bookingPath(booking.reference),
        siteUrl: this.settings.PUBLIC_URL,
      }),
      correlationId: actor.requestId,
    });
  }
}
