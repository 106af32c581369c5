import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { momentInWords, type RenderedMail } from '#ui';
import { newRequestId } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { whenOf } from '../confirming/conference-words.js';
import { SecretLinks } from '../links/secret-links.js';
import type { ConferenceSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { waitingPath } from './addresses.js';
import {
  placesOfferedEmail,
  waitingBegunEmail,
  waitingEndedEmail,
  type EndOfWaiting,
} from './emails/waiting.email.js';
import type { OfferRow } from './offer.entity.js';
import type { WaitingEntryRow } from './waiting-entry.entity.js';

/** Writes to those who wait, in the transaction that changes how they stand. */
@Injectable()
export class TellWaiting {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: Pick<ConferenceSettings, 'PUBLIC_URL'>,
  ) {}

  async begun(manager: EntityManager, catalogue: Catalogue, entry: WaitingEntryRow): Promise<void> {
    const { wanted, allTogether } = entry;
    await this.send(
      manager,
      entry,
      waitingBegunEmail({ ...this.about(catalogue, entry), wanted, allTogether }),
    );
  }

  /** @param entry as it was before the offer */
  async offered(
    manager: EntityManager,
    catalogue: Catalogue,
    entry: WaitingEntryRow,
    { places, answerUntil }: OfferRow,
  ): Promise<void> {
    const until = momentInWords(answerUntil, catalogue.conference.zone);
    const stillWanted = entry.wanted - places;
    const mail = placesOfferedEmail({ ...this.about(catalogue, entry), places, until, stillWanted });
    await this.send(manager, entry, mail);
  }

  async ended(
    manager: EntityManager,
    catalogue: Catalogue,
    entry: WaitingEntryRow,
    end: EndOfWaiting,
    reason: string | null = null,
  ): Promise<void> {
    await this.send(manager, entry, waitingEndedEmail({ ...this.about(catalogue, entry), end, reason }));
  }

  /** The key of an entry's page for the person themselves. */
  keyFor({ id, secretHash }: Pick<WaitingEntryRow, 'id' | 'secretHash'>): string {
    return secretHash === null ? id : this.links.secretOf('waiting', id);
  }

  private about({ conference, ticketType }: Catalogue, entry: WaitingEntryRow) {
    return {
      conference: { title: conference.title, when: whenOf(conference) },
      ticket: ticketType.get(entry.ticketTypeId)?.name ?? '',
      name: entry.name,
      ownUrl: this.settings.PUBLIC_URL + waitingPath(this.keyFor(entry)),
      siteUrl: this.settings.PUBLIC_URL,
    };
  }

  /** Whoever has been erased has no address any more. */
  private async send(manager: EntityManager, entry: WaitingEntryRow, content: RenderedMail): Promise<void> {
    if (entry.email === '') return;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: entry.personId, to: { name: entry.name, address: entry.email } },
      kind: entry.secretHash === null ? 'bookings' : 'booking-links',
      content,
      correlationId: newRequestId(),
    });
  }
}
