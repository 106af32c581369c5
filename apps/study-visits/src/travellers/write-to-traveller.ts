import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateRangeInWords, moneyInWords } from '#ui';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import type { Traveller } from './domain/traveller.js';
import { travellerEmail, type TravellerMail } from './emails/visit-traveller.email.js';
import { TravellerLinks } from './traveller-links.js';

/** Writes to travellers that they come, or do no longer. */
@Injectable()
export class WriteToTraveller {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /** With the link to their own page. */
  added(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    occasion: 'leader' | 'substitute',
    correlationId: string,
  ): Promise<void> {
    return this.send(manager, visit, traveller, { occasion, charged: null }, correlationId);
  }

  /** @param chargedPence what they have to pay all the same */
  withdrawn(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    chargedPence: number,
    correlationId: string,
  ): Promise<void> {
    const charged = moneyInWords(chargedPence);
    return this.send(manager, visit, traveller, { occasion: 'withdrawn', charged }, correlationId);
  }

  private async send(
    manager: EntityManager,
    visit: Visit,
    { id, name, email }: Traveller,
    said: Pick<TravellerMail, 'occasion' | 'charged'>,
    correlationId: string,
  ): Promise<void> {
    if (email === null) return;
    const siteUrl = this.settings.PUBLIC_URL;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name, address: email } },
      kind: 'visit-links',
      content: travellerEmail({
        ...said,
        name,
        visit: {
          title: visit.title,
          region: visit.region,
          when: dateRangeInWords(
            Temporal.PlainDate.from(visit.firstDay),
            Temporal.PlainDate.from(visit.lastDay),
          ),
        },
        ownUrl: siteUrl + this.links.pathFor(id),
        siteUrl,
      }),
      correlationId,
    });
  }
}
