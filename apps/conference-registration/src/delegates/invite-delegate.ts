import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { checkEmail } from '#checks';
import { AskForMail } from '#messaging';
import { FindPerson, lockPeopleForChanges } from '#people';
import {
  type Actor,
  conflict,
  dateOf,
  hashOfLinkSecret,
  Transactions,
  unprocessable,
  valueOf,
} from '#platform';
import { mustBeFilledIn, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { whenOf, whereOf } from '../confirming/conference-words.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { DelegateLinks } from './delegate-links.js';
import { delegateLinkEmail } from './emails/delegate-link.email.js';
import { mustNotWriteTooMuch } from './mail-allowance.js';
import { delegateIn } from './save-delegate.js';

/** How soon somebody may be written to again, in seconds: a second press is not a second mail. */
const pause = 60;

/** Writes to a delegate with a link by which they fill in their own part. */
@Injectable()
export class InviteDelegate {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly people: FindPerson,
    private readonly askForMail: AskForMail,
    private readonly links: DelegateLinks,
    private readonly history: BookingHistory,
    @Inject(SETTINGS) private readonly settings: Pick<ConferenceSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A link that was sent to another address before works no longer.
   *
   * @param typed the delegate’s address
   * @returns the address that was written to
   * @throws Problem 404; 409 `already-confirmed`, `just-invited`, `too-many-mails`; 422 for what is no address
   */
  async run(actor: Actor, key: string, number: number, typed: string): Promise<string> {
    const email = valueOf(checkEmail(typed, 'email'));
    if (email === null) {
      const message = 'Enter the delegate’s email address.';
      throw unprocessable([{ field: 'email', code: 'missing', message }]);
    }
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const booking = await this.findBooking.forChange(manager, actor, key);
      mustBeFilledIn(booking, this.clock());
      const details = await this.readBooking.of(booking, manager);
      const { delegate } = delegateIn(details, number);
      const now = this.clock();
      if (
        delegate.invitedAt !== null &&
        dateOf(now).getTime() - delegate.invitedAt.getTime() < pause * 1000
      ) {
        if (delegate.email === email) return email;
        throw conflict(
          'just-invited',
          'This delegate was written to a moment ago. Wait a minute before you write to another address.',
        );
      }
      const delegates = details.delegates.length;
      await mustNotWriteTooMuch(manager, actor.identity, { id: booking.id, delegates }, now);
      const people = await this.people.byEmails([email], manager);
      await manager.update(
        DelegateRow,
        { id: delegate.id },
        {
          email,
          personId: people.get(email.toLowerCase())?.id ?? null,
          secretHash: hashOfLinkSecret(this.links.secretFor(delegate, email)),
          invitedAt: dateOf(now),
          version: delegate.version + 1,
        },
      );
      const { conference } = details.catalogue;
      await this.askForMail.run(manager, {
        mailId: uuidv7(),
        reader: { personId: null, to: { name: delegate.name || null, address: email } },
        kind: 'booking-links',
        content: delegateLinkEmail({
          conference: {
            title: conference.title,
            when: whenOf(conference),
            where: whereOf(details.catalogue),
          },
          name: delegate.name,
          bookedBy: booking.bookerName,
          ownUrl: this.settings.PUBLIC_URL + this.links.pathFor(delegate, email),
          siteUrl: this.settings.PUBLIC_URL,
        }),
        correlationId: actor.requestId,
      });
      await this.history.record(manager, {
        bookingId: booking.id,
        act: 'delegate-invited',
        details: { number, email },
        actor: named(actor, booking.bookerName),
      });
      return email;
    });
  }
}
