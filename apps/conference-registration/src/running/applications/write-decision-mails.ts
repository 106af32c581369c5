import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { AskForMail, type WantedMail } from '#messaging';
import type { Actor } from '#platform';
import type { BookingDetails } from '../../booking-page/booking-details.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { ChangeMails } from '../../changing/change-mails.js';
import { conferencePath } from '../../catalogue/addresses.js';
import type { IssuedDocument } from '../../money/write-document.js';
import { applicationDecidedEmail } from './emails/application-decided.email.js';

/** Applications of one booking about which it was decided. */
export interface DecidedMail {
  /** As it is from now on. */
  readonly details: BookingDetails;
  /** Of the delegates concerned. */
  readonly ids: readonly string[];
  readonly reason: string;
  /** `null`: there is nothing to pay. */
  readonly invoice: IssuedDocument | null;
  readonly actor: Actor;
}

/** Writes to those who applied what became of it. Those who are declined, `CancelDelegates` writes to. */
@Injectable()
export class WriteDecisionMails {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
  ) {}

  /** To whoever booked with the invoice, and to each delegate that they are registered, with their calendar's entry. */
  async accepted(manager: EntityManager, decided: DecidedMail): Promise<void> {
    const { details, actor } = decided;
    await this.askForMail.all(manager, [
      ...this.toBooker(decided, 'accepted'),
      ...chosenIn(decided).flatMap((booked) => this.mails.registered(details, booked, actor.requestId)),
    ]);
  }

  async onReserve(manager: EntityManager, decided: DecidedMail): Promise<void> {
    await this.askForMail.all(manager, [...this.toBooker(decided, 'reserve'), ...this.toDelegates(decided)]);
  }

  private toBooker(decided: DecidedMail, decision: 'accepted' | 'reserve'): WantedMail[] {
    const { details, reason, invoice, actor } = decided;
    const { bookerName, ...about } = this.mails.about(details);
    const content = applicationDecidedEmail({
      ...about,
      name: bookerName,
      decision,
      names: chosenIn(decided).map(nameOf),
      reason,
      invoice: this.mails.documents(about, invoice === null ? [] : [invoice])[0] ?? null,
    });
    return this.mails.toBooker(details, 'application-decided', content, actor.requestId);
  }

  /** Whoever booked for themselves knows it by then. */
  private toDelegates(decided: DecidedMail): WantedMail[] {
    const { details, reason, actor } = decided;
    const { conference, reference, siteUrl } = this.mails.about(details);
    const booker = details.booking.bookerEmail.toLowerCase();
    return chosenIn(decided).flatMap(({ delegate: { id, name, email, personId, version } }): WantedMail[] => {
      if (email === null || email.toLowerCase() === booker) return [];
      const content = applicationDecidedEmail({
        conference,
        reference,
        name,
        decision: 'reserve',
        names: null,
        reason,
        invoice: null,
        bookingUrl: siteUrl + conferencePath(details.catalogue.conference.slug),
        isLinkSecret: false,
        siteUrl,
      });
      return [
        {
          mailId: uuidv5(`on-reserve ${version}`, id),
          reader: { personId, to: { name, address: email } },
          kind: 'bookings',
          content,
          correlationId: actor.requestId,
        },
      ];
    });
  }
}

const chosenIn = ({ details, ids }: DecidedMail) =>
  details.delegates.filter(({ delegate }) => ids.includes(delegate.id));
