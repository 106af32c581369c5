import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateRangeInWords, moneyInWords } from '#ui';
import { ApplicationLinks } from '../applications/application-links.js';
import type { ApplicationRow } from '../applications/application.entity.js';
import { offerByLinkPath } from '../offers/addresses.js';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { placeFundedEmail, type FundingNews } from './emails/visit-funded.email.js';

/** Tells those who have a place, or are offered one, that it costs them nothing, or does after all. */
@Injectable()
export class WriteOfFunding {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly applications: ApplicationLinks,
    private readonly travellers: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  toApplicant(
    manager: EntityManager,
    visit: Visit,
    application: ApplicationRow,
    funded: boolean,
    correlationId: string,
  ): Promise<void> {
    const path = offerByLinkPath(this.applications.secretFor(application));
    const news = funded ? 'offer-free' : 'offer-charged';
    return this.send(manager, visit, application, { news, path }, correlationId);
  }

  /** @param news what becomes of the money */
  toTraveller(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    news: Exclude<FundingNews, 'offer-free' | 'offer-charged'>,
    correlationId: string,
  ): Promise<void> {
    const path = this.travellers.pathFor(traveller.id);
    return this.send(manager, visit, traveller, { news, path }, correlationId);
  }

  private async send(
    manager: EntityManager,
    visit: Visit,
    { name, email }: { readonly name: string; readonly email: string | null },
    { news, path }: { readonly news: FundingNews; readonly path: string },
    correlationId: string,
  ): Promise<void> {
    if (email === null) return;
    const siteUrl = this.settings.PUBLIC_URL;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name, address: email } },
      kind: 'visit-links',
      content: placeFundedEmail({
        visit: {
          title: visit.title,
          region: visit.region,
          when: dateRangeInWords(
            Temporal.PlainDate.from(visit.firstDay),
            Temporal.PlainDate.from(visit.lastDay),
          ),
        },
        news,
        name,
        price: moneyInWords(visit.pricePence, { dropZeroPence: true }),
        ownUrl: siteUrl + path,
        siteUrl,
      }),
      correlationId,
    });
  }
}
