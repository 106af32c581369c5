import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateOf } from '#platform';
import { dateRangeInWords, momentInWords } from '#ui';
import { ApplicationLinks } from '../applications/application-links.js';
import type { ApplicationRow } from '../applications/application.entity.js';
import { selectionPath } from '../selection/addresses.js';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { PlaceKind, Visit } from '../visits/domain/visit.js';
import { offerByLinkPath } from './addresses.js';
import { offerEmail, type OfferMail } from './emails/visit-place.email.js';
import { resultEmail } from './emails/visit-result.email.js';
import { costInWords } from './in-words.js';

/** Why somebody is offered a place now. */
export type OfferOccasion = 'selected' | 'moved-up' | 'by-hand' | 'extended';

interface Offered {
  readonly application: ApplicationRow;
  readonly countsAs: PlaceKind;
  readonly funded: boolean;
  /** Why they have it, for them to read. */
  readonly why: string | null;
}

interface Refused {
  readonly application: ApplicationRow;
  /** Among the reserves; `null`: they are none. */
  readonly position: number | null;
  readonly why: string;
}

/** Writes to applicants what became of their applications, and of the places that they are offered. */
@Injectable()
export class TellApplicants {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: ApplicationLinks,
    private readonly travellers: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  async offered(
    manager: EntityManager,
    visit: Visit,
    offered: readonly Offered[],
    told: {
      readonly occasion: OfferOccasion;
      readonly deadline: Temporal.Instant;
      readonly correlationId: string;
    },
  ): Promise<void> {
    const deadline = momentInWords(dateOf(told.deadline));
    const mails = offered.map(({ application, funded, why }) => ({
      application,
      content: offerEmail({
        ...this.about(visit, application),
        occasion: told.occasion,
        deadline,
        why,
        cost: costInWords(visit, funded),
        ownUrl: this.settings.PUBLIC_URL + offerByLinkPath(this.links.secretFor(application)),
      }),
    }));
    await this.send(manager, mails, told.correlationId);
  }

  /** That they have no place, or wait for one. */
  async refused(
    manager: EntityManager,
    visit: Visit,
    refused: readonly Refused[],
    correlationId: string,
  ): Promise<void> {
    const mails = refused.map(({ application, position, why }) => ({
      application,
      content: resultEmail({
        ...this.about(visit, application),
        position,
        why,
        selectionUrl: this.settings.PUBLIC_URL + selectionPath(visit.slug),
      }),
    }));
    await this.send(manager, mails, correlationId);
  }

  async lapsed(
    manager: EntityManager,
    visit: Visit,
    applications: readonly ApplicationRow[],
    correlationId: string,
  ): Promise<void> {
    const mails = applications.map((application) => ({
      application,
      content: this.news(visit, application, 'lapsed', this.links.pathFor(application)),
    }));
    await this.send(manager, mails, correlationId);
  }

  /** That they travel, with the link to their own page. */
  async accepted(
    manager: EntityManager,
    visit: Visit,
    application: ApplicationRow,
    traveller: Traveller,
    correlationId: string,
  ): Promise<void> {
    const content = this.news(visit, application, 'accepted', this.travellers.pathFor(traveller.id));
    await this.send(manager, [{ application, content }], correlationId);
  }

  private news(visit: Visit, application: ApplicationRow, occasion: OfferMail['occasion'], path: string) {
    return offerEmail({
      ...this.about(visit, application),
      occasion,
      deadline: '',
      why: null,
      cost: '',
      ownUrl: this.settings.PUBLIC_URL + path,
    });
  }

  private about(visit: Visit, application: ApplicationRow) {
    return {
      visit: { title: visit.title, region: visit.region, when: whenOf(visit) },
      name: application.name,
      code: application.code ?? '',
      siteUrl: this.settings.PUBLIC_URL,
    };
  }

  /** Whoever has no address gets none: staff tell them. */
  private async send(
    manager: EntityManager,
    mails: readonly {
      readonly application: ApplicationRow;
      readonly content: ReturnType<typeof offerEmail>;
    }[],
    correlationId: string,
  ): Promise<void> {
    await this.askForMail.all(
      manager,
      mails.flatMap(({ application: { name, email }, content }) =>
        email === null
          ? []
          : [
              {
                mailId: uuidv7(),
                reader: { personId: null, to: { name, address: email } },
                kind: 'visit-links' as const,
                content,
                correlationId,
              },
            ],
      ),
    );
  }
}

const whenOf = ({ firstDay, lastDay }: Visit): string =>
  dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay));
