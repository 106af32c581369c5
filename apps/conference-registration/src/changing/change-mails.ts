import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { MailContent, WantedMail } from '#messaging';
import { isLinkSecret } from '#platform';
import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import { bookingPath } from '../bookings/addresses.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import type { DelegateRow } from '../bookings/delegate.entity.js';
import { placeLostEmail, type LostBecause } from '../cancelling/emails/place-lost.email.js';
import { whenOf, whereOf } from '../confirming/conference-words.js';
import { delegateMail } from '../confirming/delegate-mail.js';
import { renderInvitation, sequenceAt } from '../confirming/domain/conference-calendar.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { SecretLinks } from '../links/secret-links.js';
import type { IssuedDocument } from '../money/write-document.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { bookingChangedEmail } from './emails/booking-changed.email.js';
import type { DocumentInMail } from './emails/documents-in-mail.js';

/** What mails to whoever booked have in common. */
export interface MailedBooking {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  readonly bookerName: string;
  readonly bookingUrl: string;
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

/** What was changed, for whoever booked. */
export interface ToldChange {
  /** In sentences. */
  readonly changes: readonly string[];
  readonly creditNotes?: readonly IssuedDocument[];
  readonly invoice?: IssuedDocument | null;
  readonly correlationId: string;
}

/** Words the mails about bookings that are changed or cancelled; whoever changes them asks for the mails. */
@Injectable()
export class ChangeMails {
  constructor(
    private readonly links: DelegateLinks,
    private readonly secrets: SecretLinks,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param booking as it is after the change */
  about({ booking, catalogue: { conference } }: BookingDetails): MailedBooking {
    const key = this.keyOf(booking);
    return {
      conference: { title: conference.title, when: whenOf(conference) },
      reference: booking.reference,
      bookerName: booking.bookerName,
      bookingUrl: this.settings.PUBLIC_URL + bookingPath(key),
      isLinkSecret: isLinkSecret(key),
      siteUrl: this.settings.PUBLIC_URL,
    };
  }

  documents(
    { bookingUrl }: Pick<MailedBooking, 'bookingUrl'>,
    issued: readonly IssuedDocument[],
  ): readonly DocumentInMail[] {
    return issued.map(({ label, grossPence }) => ({
      label,
      grossPence,
      url: `${bookingUrl}/documents/${label}`,
    }));
  }

  /**
   * A mail to whoever booked; none where they have been erased.
   *
   * @param what it tells, which makes it one mail for each version of the booking
   */
  toBooker(
    { booking }: BookingDetails,
    what: string,
    content: MailContent,
    correlationId: string,
  ): WantedMail[] {
    const { id, version, secretHash, bookerEmail, bookerName, bookerPersonId } = booking;
    if (bookerEmail === '') return [];
    return [
      {
        mailId: uuidv5(`${what} ${version}`, id),
        reader: { personId: bookerPersonId, to: { name: bookerName, address: bookerEmail } },
        // A link that opens the booking for anybody is not kept for staff to read.
        kind: secretHash === null ? 'bookings' : 'booking-links',
        content,
        correlationId,
      },
    ];
  }

  bookingChanged(
    details: BookingDetails,
    { changes, creditNotes = [], invoice = null, correlationId }: ToldChange,
  ): WantedMail[] {
    const about = this.about(details);
    const content = bookingChangedEmail({
      ...about,
      changes,
      creditNotes: this.documents(about, creditNotes),
      invoice: this.documents(about, invoice === null ? [] : [invoice])[0] ?? null,
    });
    return this.toBooker(details, 'booking-changed', content, correlationId);
  }

  /** Tells a delegate that they are registered, with the conference for their calendar. */
  registered(
    details: BookingDetails,
    delegate: BookedDelegate,
    correlationId: string,
    insteadOf?: string,
  ): WantedMail[] {
    const { email } = delegate.delegate;
    if (email === null) return [];
    return delegateMail(details, delegate, {
      ownUrl: this.settings.PUBLIC_URL + this.links.pathFor(delegate.delegate, email),
      siteUrl: this.settings.PUBLIC_URL,
      uidDomain: this.settings.UID_DOMAIN,
      now: this.clock(),
      correlationId,
      ...(insteadOf !== undefined && { insteadOf }),
    });
  }

  /**
   * Tells somebody that they take part no more, and takes it out of their calendar.
   *
   * @param delegate as they were
   * @param version theirs after the change
   */
  placeLost(
    { booking, catalogue }: BookingDetails,
    { id, name, email, personId }: DelegateRow,
    version: number,
    { because, reason }: { readonly because: LostBecause; readonly reason: string | null },
    correlationId: string,
  ): WantedMail[] {
    if (email === null) return [];
    const { conference } = catalogue;
    const conferenceUrl = `${this.settings.PUBLIC_URL}/conference/${conference.slug}`;
    const content = placeLostEmail({
      conference: { title: conference.title, when: whenOf(conference) },
      reference: booking.reference,
      name,
      bookedBy: booking.bookerName,
      because,
      reason,
      conferenceUrl,
      siteUrl: this.settings.PUBLIC_URL,
    });
    const now = this.clock();
    const calendar = renderInvitation({
      conference,
      isCancelled: true,
      uidDomain: this.settings.UID_DOMAIN,
      changedAt: now,
      sequence: sequenceAt(now),
      where: whereOf(catalogue),
      about: `Booking ${booking.reference}.`,
      url: conferenceUrl,
    });
    return [
      {
        mailId: uuidv5(`place-lost ${version}`, id),
        reader: { personId, to: { name, address: email } },
        kind: 'bookings',
        content: { ...content, calendar: { method: 'CANCEL', content: calendar } },
        correlationId,
      },
    ];
  }

  /** By which the booking is opened: a guest's by their own secret alone. */
  private keyOf({ id, secretHash, reference }: BookingRow): string {
    return secretHash === null ? reference : this.secrets.secretOf('booking', id);
  }
}
