import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { AskForMail } from '#messaging';
import { bookingPath } from '../../bookings/addresses.js';
import { SecretLinks } from '../../links/secret-links.js';
import { SETTINGS } from '../../tokens.js';
import { bookingDocumentPath } from '../addresses.js';
import type { IssuedDocument } from '../write-document.js';
import { documentsIssuedEmail } from './documents-issued.email.js';

interface Booked {
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly personId: string | null;
  readonly isGuest: boolean;
  readonly conference: string;
}

/** What was issued, and why. */
export interface IssuedToSend {
  readonly creditNote: IssuedDocument;
  /** Where the credited invoice was issued again. */
  readonly invoice: IssuedDocument | null;
  readonly reason: string;
  readonly correlationId: string;
}

/** Mails whoever booked what was issued besides a change of the booking, in the transaction that issues it. */
@Injectable()
export class SendIssued {
  constructor(
    private readonly mails: AskForMail,
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: { readonly PUBLIC_URL: string },
  ) {}

  async run(
    manager: EntityManager,
    bookingId: string,
    { creditNote, invoice, reason, correlationId }: IssuedToSend,
  ): Promise<void> {
    const [booked] = await manager.query<Booked[]>(
      `SELECT b.reference, b.booker_name AS name, b.booker_email AS email, b.booker_person_id AS "personId",
         b.secret_hash IS NOT NULL AS "isGuest", k.title AS conference
       FROM bookings b JOIN conferences k ON k.id = b.conference_id WHERE b.id = $1`,
      [bookingId],
    );
    // Whoever was erased or forgotten has no address any more.
    if (booked === undefined || booked.email === '') return;
    const { reference, name, email, personId, isGuest, conference } = booked;
    const siteUrl = this.settings.PUBLIC_URL;
    const key = isGuest ? this.links.secretOf('booking', bookingId) : reference;
    const inMail = ({ label, grossPence }: IssuedDocument) => ({
      label,
      grossPence,
      url: siteUrl + bookingDocumentPath(key, label),
    });
    await this.mails.run(manager, {
      mailId: uuidv5('issued', creditNote.id),
      // A link that opens the booking for anybody is not kept for staff to read.
      kind: isGuest ? 'booking-links' : 'bookings',
      reader: { personId, to: { name, address: email } },
      content: documentsIssuedEmail({
        conference,
        reference,
        bookerName: name,
        creditNote: inMail(creditNote),
        invoice: invoice === null ? null : inMail(invoice),
        reason,
        bookingUrl: siteUrl + bookingPath(key),
        isLinkSecret: isGuest,
        siteUrl,
      }),
      correlationId,
    });
  }
}
