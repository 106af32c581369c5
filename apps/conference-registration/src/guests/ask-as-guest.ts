import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, valueOf, type Actor } from '#platform';
import { GuestRow, type GuestWish } from '../bookings/guest.entity.js';
import { checkWish } from '../bookings/domain/wish.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { whenOf } from '../confirming/conference-words.js';
import { SecretLinks } from '../links/secret-links.js';
import { AskForMail } from '../mails/ask-for-mail.js';
import { dayThere } from '../places/domain/on-sale.js';
import { hashOfSecret } from '../secrets.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { checkJoin, guestPayer } from '../waiting-list/domain/join.js';
import { guestLinkPath } from './addresses.js';
import type { GuestDetails } from './domain/guest-details.js';
import { guestLinkEmail } from './emails/guest-link.email.js';

/** How often one address is written to in an hour at most, whoever asks: nobody can fill a stranger's mailbox with us. */
const mostMails = 5;

/** Writes to somebody without an account, so that they go on from their own mailbox. Nothing is booked yet. */
@Injectable()
export class AskAsGuest {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: Pick<ConferenceSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The answer does not tell whether a mail was sent: whoever has had too many of them gets no more for a while.
   *
   * @param guest what `checkGuest` let through
   * @throws Problem 422 with each field that needs attention
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    guest: GuestDetails,
    wish: GuestWish,
  ): Promise<void> {
    const now = this.clock();
    if (wish.kind === 'book') {
      const { quantities, code } = wish;
      valueOf(checkWish(catalogue, { quantities: new Map(Object.entries(quantities)), code }, null, now));
    } else {
      valueOf(checkJoin(catalogue, wish, guestPayer, dayThere(catalogue.conference, now)));
    }
    const { email, name, organisationName } = guest;
    // Whoever asks many times at once is counted one after the other.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended(lower($1), 0))', [email]);
    const [asked]: { mails: number }[] = await manager.query(
      'SELECT count(*)::int AS mails FROM guests WHERE asked_at > $1 AND lower(email) = lower($2)',
      [dateOf(now.subtract({ hours: 1 })), email],
    );
    if ((asked?.mails ?? 0) >= mostMails) return;
    const { conference } = catalogue;
    const id = uuidv7();
    const secret = this.links.secretOf('guest', id);
    await manager.insert(GuestRow, {
      id,
      conferenceId: conference.id,
      secretHash: hashOfSecret(secret),
      name,
      email,
      organisationName,
      wanted: wish,
      askedAt: dateOf(now),
    });
    await this.askForMail.run(manager, {
      mailId: id,
      reader: { personId: null, to: { name: null, address: email } },
      kind: 'booking-links',
      content: guestLinkEmail({
        conference: { title: conference.title, when: whenOf(conference) },
        kind: wish.kind,
        url: this.settings.PUBLIC_URL + guestLinkPath(secret),
        siteUrl: this.settings.PUBLIC_URL,
      }),
      neededBy: now.add({ hours: linkHours }),
      correlationId: actor.requestId,
    });
  }
}

/** How long a guest's link works, in hours. */
export const linkHours = 24;
