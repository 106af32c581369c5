import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ItineraryFacts } from '#contracts';
import { AskForMail, Outbox } from '#messaging';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { reservationPackage } from '../reservations/reservation-package.js';
import { ReadOwnNights } from '../rooms/own-nights.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { visitPath } from '../visits/addresses.js';
import { ownDaysPath } from './addresses.js';
import { itineraryEmail } from './emails/visit-itinerary.email.js';
import { isExpected } from './domain/item.js';
import { spanOf, stopInWords } from './in-words.js';
import { OwnItemRow } from './publication.entities.js';
import type { OwnItem, Publishing } from './publishing.js';

/** Tells travellers whose own days are different, and other apps, with the transaction that publishes them. */
@Injectable()
export class TellTravellers {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly outbox: Outbox,
    private readonly links: TravellerLinks,
    private readonly nights: ReadOwnNights,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /** Whoever has no address gets no mail. */
  async run(
    manager: EntityManager,
    visit: Visit,
    { number, told }: Pick<Publishing, 'number' | 'told'>,
    correlationId: string,
  ): Promise<void> {
    const { PUBLIC_URL: siteUrl } = this.settings;
    const reserved = await this.reserved(
      manager,
      visit,
      told.map(({ traveller }) => traveller),
    );
    await this.askForMail.all(
      manager,
      told.flatMap(({ traveller, changes, isFirst }) => {
        const { id, personId, name, email } = traveller;
        if (email === null) return [];
        const ownUrl = siteUrl + ownDaysPath(this.links.secretFor(id));
        const jsonLd = reserved.get(id) ?? [];
        return [
          {
            mailId: uuidv7(),
            reader: { personId, to: { name, address: email } },
            kind: 'visit-links' as const,
            content: itineraryEmail({ visit: visit.title, name, changes, isFirst, jsonLd, ownUrl, siteUrl }),
            correlationId,
          },
        ];
      }),
    );
    await this.apps(manager, visit, { number, told }, correlationId);
  }

  /** All that is reserved for each, what they knew before too, as programs read it. */
  private async reserved(
    manager: EntityManager,
    visit: Visit,
    travellers: readonly Traveller[],
  ): Promise<ReadonlyMap<string, readonly object[]>> {
    const ids = travellers.map(({ id }) => id);
    const nights = await this.nights.of(visit.id, ids, manager);
    const rows = await manager.find(OwnItemRow, { where: { travellerId: In(ids), isOff: false } });
    const items = Map.groupBy(rows, ({ travellerId }) => travellerId);
    return new Map(
      travellers.map(({ id, name }) => {
        const events = (items.get(id) ?? [])
          .filter(({ facts }) => isExpected(facts.kind))
          .map(({ facts }) => ({ id: facts.id, title: facts.title, stop: facts.stop, ...spanOf(facts) }))
          .toSorted((one, other) => Temporal.Instant.compare(one.start, other.start));
        const reserved = { number: id, visitTitle: visit.title, name, events, nights: nights.get(id) ?? [] };
        return [id, reservationPackage(reserved)] as const;
      }),
    );
  }

  /** Other apps alone, where travellers are told by something else. */
  async apps(
    manager: EntityManager,
    visit: Visit,
    { number, told }: Pick<Publishing, 'number' | 'told'>,
    correlationId: string,
  ): Promise<void> {
    await this.outbox.addAll(
      manager,
      told.map(({ traveller, items }) => ({
        type: 'study-visits.itinerary-changed.v1' as const,
        aggregate: { id: traveller.id, version: number },
        correlationId,
        payload: itineraryFacts(visit, number, traveller, items),
      })),
    );
  }
}

/** A traveller’s items, those that are different or all of them, as other apps are told of them. @param version of the publication */
export const itineraryFacts = (
  visit: Visit,
  version: number,
  traveller: Pick<Traveller, 'id' | 'personId'>,
  items: readonly Pick<OwnItem, 'itemId' | 'facts' | 'isOff' | 'sequence'>[],
): ItineraryFacts => ({
  travellerId: traveller.id,
  visitId: visit.id,
  visitTitle: visit.title,
  personId: traveller.personId,
  items: items.map(({ itemId, facts, isOff, sequence }) => ({
    id: itemId,
    title: facts.title,
    start: facts.startsAt,
    startZone: facts.zone,
    end: facts.endsAt,
    endZone: facts.endZone,
    place: stopInWords(facts.stop),
    isOff,
    sequence,
  })),
  path: visitPath(visit.slug),
  version,
});
