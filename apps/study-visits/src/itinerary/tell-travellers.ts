import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail, Outbox } from '#messaging';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { visitPath } from '../visits/addresses.js';
import { ownDaysPath } from './addresses.js';
import { itineraryEmail } from './emails/visit-itinerary.email.js';
import { stopInWords } from './in-words.js';
import type { Publishing, ToldTraveller } from './publishing.js';

/** Tells travellers whose own days are different, and other apps, with the transaction that publishes them. */
@Injectable()
export class TellTravellers {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly outbox: Outbox,
    private readonly links: TravellerLinks,
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
    await this.askForMail.all(
      manager,
      told.flatMap(({ traveller, changes, isFirst }) => {
        const { id, personId, name, email } = traveller;
        if (email === null) return [];
        const ownUrl = siteUrl + ownDaysPath(this.links.secretFor(id));
        return [
          {
            mailId: uuidv7(),
            reader: { personId, to: { name, address: email } },
            kind: 'visit-links' as const,
            content: itineraryEmail({ visit: visit.title, name, changes, isFirst, ownUrl, siteUrl }),
            correlationId,
          },
        ];
      }),
    );
    for (const one of told) {
      await this.outbox.add(manager, {
        type: 'study-visits.itinerary-changed.v1',
        aggregate: { id: one.traveller.id, version: number },
        correlationId,
        payload: factsOf(visit, number, one),
      });
    }
  }
}

/** A traveller’s items that are different, as other apps are told of them. */
const factsOf = (visit: Visit, version: number, { traveller, items }: ToldTraveller) => ({
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
