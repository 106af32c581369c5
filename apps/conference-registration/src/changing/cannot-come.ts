import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { checkOptionalText } from '#checks';
import { AskForMail } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, valueOf, type Actor } from '#platform';
import { named } from '../booking-page/filling-in.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { FillInOwnPart } from '../delegates/fill-in-own-part.js';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { changeDelegatePath } from './addresses.js';
import { ChangeMails } from './change-mails.js';
import { cannotComeEmail } from './emails/cannot-come.email.js';

/** Tells whoever booked that a delegate cannot come. Theirs is the decision what becomes of the place. */
@Injectable()
export class CannotCome {
  constructor(
    private readonly transactions: Transactions,
    private readonly ownPart: FillInOwnPart,
    private readonly history: BookingHistory,
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
  ) {}

  /**
   * Said twice, with nothing changed about the delegate between, it is said once.
   *
   * @param secret of the delegate's own link
   * @throws Problem 404; 409 `not-confirmed` where they have no place that they could give up
   */
  run(actor: Actor, secret: string, message: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { details, own } = await this.ownPart.within(manager, secret);
      const { delegate } = own;
      if (delegate.status !== 'confirmed' && delegate.status !== 'applied') {
        throw conflict('not-confirmed', 'You have no place at this conference, so there is none to give up.');
      }
      const text = valueOf(checkOptionalText(message, 'message', { longest: 500 })) ?? '';
      if (await isSaid(manager, details.booking.id, delegate.number, delegate.version)) return;
      await this.history.record(manager, {
        bookingId: details.booking.id,
        act: 'cannot-come',
        details: { number: delegate.number, version: delegate.version, message: text },
        actor: named(actor, delegate.name),
      });
      const about = this.mails.about(details);
      const key = about.bookingUrl.slice(about.bookingUrl.lastIndexOf('/') + 1);
      const content = cannotComeEmail({
        ...about,
        name: delegate.name,
        message: text,
        decideUrl: this.settings.PUBLIC_URL + changeDelegatePath(key, delegate.number),
      });
      const mails = this.mails.toBooker(details, 'cannot-come', content, actor.requestId);
      await this.askForMail.all(
        manager,
        mails.map((mail) => ({
          ...mail,
          mailId: uuidv5(`cannot-come ${delegate.version}`, delegate.id),
        })),
      );
    });
  }
}

async function isSaid(
  manager: EntityManager,
  bookingId: string,
  number: number,
  version: number,
): Promise<boolean> {
  const said: unknown[] = await manager.query(
    `SELECT 1 FROM booking_history WHERE booking_id = $1 AND act = 'cannot-come' AND details @> $2::jsonb`,
    [bookingId, JSON.stringify({ number, version })],
  );
  return said.length > 0;
}
