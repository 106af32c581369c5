import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import type { WantedMail } from '#messaging';
import { dateInWords } from '#ui';
import { isLinkSecret } from '#platform';
import {
  costOfBooking,
  placesOf,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { bookingPath } from '../bookings/addresses.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { SecretLinks } from '../links/secret-links.js';
import { dueOn } from '../money/domain/ageing.js';
import { bookDay } from '../money/day.js';
import { howToPay } from '../money/seller.js';
import type { IssuedDocument } from '../money/write-document.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { changesUntilOf, whenOf, whereOf } from './conference-words.js';
import { delegateMail } from './delegate-mail.js';
import { bookingConfirmedEmail, type InvoiceInMail } from './emails/booking-confirmed.email.js';

/** What is confirmed, and what the mails need besides. */
export interface Confirmed {
  /** As they are once it is confirmed. */
  readonly details: BookingDetails;
  readonly invoice: IssuedDocument | null;
  readonly correlationId: string;
}

/** What is written to whoever booked, and to each delegate who has an address and a place. */
@Injectable()
export class WriteConfirmationMails {
  constructor(
    private readonly links: DelegateLinks,
    private readonly secrets: SecretLinks,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The mails to the delegates, which are still to be asked for. */
  toDelegates(details: BookingDetails, correlationId: string): readonly WantedMail[] {
    return details.delegates.flatMap((delegate) => {
      const { status, email } = delegate.delegate;
      if (status !== 'confirmed' || email === null) return [];
      return delegateMail(details, delegate, {
        ownUrl: this.absolute(this.links.pathFor(delegate.delegate, email)),
        siteUrl: this.settings.PUBLIC_URL,
        uidDomain: this.settings.UID_DOMAIN,
        now: this.clock(),
        correlationId,
      });
    });
  }

  /** The mail to whoever booked, which names the invoice. */
  toBooker({ details, invoice, correlationId }: Confirmed): readonly WantedMail[] {
    const { booking, catalogue, delegates } = details;
    // Somebody who has been erased since has no address.
    if (booking.bookerEmail === '') return [];
    const { conference } = catalogue;
    const key = this.keyOf(booking);
    const bookingUrl = this.absolute(bookingPath(key));
    return [
      {
        mailId: uuidv5('booking-confirmed', booking.id),
        reader: {
          personId: booking.bookerPersonId,
          to: { name: booking.bookerName, address: booking.bookerEmail },
        },
        // A link that opens the booking for anybody is not kept for staff to read.
        kind: isLinkSecret(key) ? 'booking-links' : 'bookings',
        content: bookingConfirmedEmail({
          conference: { title: conference.title, when: whenOf(conference), where: whereOf(catalogue) },
          reference: booking.reference,
          bookerName: booking.bookerName,
          delegates: delegates.map(inMail),
          totals: costOfBooking(details),
          invoice: invoice === null ? null : this.invoiceInMail(details, invoice, bookingUrl),
          changesUntil: changesUntilOf(conference),
          bookingUrl,
          isLinkSecret: isLinkSecret(key),
          siteUrl: this.settings.PUBLIC_URL,
        }),
        correlationId,
      },
    ];
  }

  private invoiceInMail(
    { booking, catalogue }: BookingDetails,
    { label }: IssuedDocument,
    bookingUrl: string,
  ): InvoiceInMail {
    const due = dueOn(bookDay(this.clock()), catalogue.conference.paymentDays);
    return {
      label,
      url: `${bookingUrl}/documents/${label}`,
      dueOn: dateInWords(Temporal.PlainDate.from(due)),
      purchaseOrder: booking.purchaseOrder,
      isPurchaseOrderMissing: booking.purchaseOrderRequired && booking.purchaseOrder === null,
      howToPay: howToPay(this.settings, `${label} ${booking.reference}`),
    };
  }

  /** By which the booking is opened: a guest's by their own secret alone, also where staff confirm it for them. */
  private keyOf({ id, secretHash, reference }: BookingRow): string {
    return secretHash === null ? reference : this.secrets.secretOf('booking', id);
  }

  private absolute(path: string): string {
    return this.settings.PUBLIC_URL + path;
  }
}

const inMail = (delegate: BookedDelegate) => ({
  name: delegate.delegate.name,
  has: placesOf(delegate).map(({ ticketType }) => ticketType.name),
  isApplicant: delegate.delegate.status === 'applied',
  isWithoutEmail: delegate.delegate.email === null,
});
