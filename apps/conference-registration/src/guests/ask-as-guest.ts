import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Network } from '#checks';
import { AskForMail } from '#messaging';
import { type Actor, dateOf, hashOfLinkSecret, unprocessable, valueOf } from '#platform';
import { GuestRow, type GuestWish } from '../bookings/guest.entity.js';
import { checkWish } from '../bookings/domain/wish.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { whenOf } from '../confirming/conference-words.js';
import { SecretLinks } from '../links/secret-links.js';
import { dayThere } from '../places/domain/on-sale.js';
import type { ConferenceSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { checkJoin, guestPayer } from '../waiting-list/domain/join.js';
import { guestLinkPath } from './addresses.js';
import type { GuestDetails } from './domain/guest-details.js';
import { guestLinkEmail } from './emails/guest-link.email.js';

/** How often one address is written to in an hour at most, whoever asks: nobody can fill a stranger's mailbox with us. */
const mostMails = 5;

/** How many a network may have us write to in an hour: an office may have many guests, nobody has any number of them. */
export const mostFromNetwork = 40;

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
   * @param network from where they ask
   * @throws Problem 422 with each field that needs attention
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    guest: GuestDetails,
    wish: GuestWish,
    network: Network,
  ): Promise<void> {
    const now = this.clock();
    if (wish.kind === 'book') {
      const { quantities, code } = wish;
      valueOf(checkWish(catalogue, { quantities: new Map(Object.entries(quantities)), code }, null, now));
    } else {
      valueOf(checkJoin(catalogue, wish, guestPayer, dayThere(catalogue.conference, now)));
    }
    const { email, name, organisationName } = guest;
    const asked = await countLately(manager, network.words, email, now);
    if (asked.fromNetwork >= mostFromNetwork) {
      const message =
        'A great many people have asked from your network within the last hour. Try again in an hour, or write to us.';
      throw unprocessable([{ field: 'email', code: 'too-many-from-network', message }]);
    }
    if (asked.toAddress >= mostMails) return;
    const { conference } = catalogue;
    const id = uuidv7();
    const secret = this.links.secretOf('guest', id);
    await manager.insert(GuestRow, {
      id,
      conferenceId: conference.id,
      secretHash: hashOfLinkSecret(secret),
      name,
      email,
      organisationName,
      wanted: wish,
      network: network.words,
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

/** How many have asked within the last hour. */
async function countLately(
  manager: EntityManager,
  network: string,
  email: string,
  now: Temporal.Instant,
): Promise<{ readonly fromNetwork: number; readonly toAddress: number }> {
  // Whoever asks many times at once is counted one after the other.
  for (const counted of [network, email.toLowerCase()]) {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [counted]);
  }
  const [row = { fromNetwork: 0, toAddress: 0 }] = await manager.query<
    { fromNetwork: number; toAddress: number }[]
  >(
    `SELECT count(*) FILTER (WHERE network = $2)::int AS "fromNetwork",
       count(*) FILTER (WHERE lower(email) = lower($3))::int AS "toAddress"
     FROM guests WHERE asked_at > $1`,
    [dateOf(now.subtract({ hours: 1 })), network, email],
  );
  return row;
}

/** How long a guest's link works, in hours. */
export const linkHours = 24;
