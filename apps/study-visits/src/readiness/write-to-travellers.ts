import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { ownReadinessPath } from './addresses.js';
import type { MarkStatus, ReadinessItem } from './domain/item.js';
import { markWorsenedEmail } from './emails/mark-worsened.email.js';
import { stillMissingEmail } from './emails/still-missing.email.js';
import { visitInMail } from './in-words.js';

/** Writes to travellers of what they still have to do, with the link to where they do it. */
@Injectable()
export class WriteToTravellers {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /** Their mark became worse without their doing. Whoever has no address gets none. */
  async worsened(
    manager: EntityManager,
    visit: Visit,
    changes: readonly {
      readonly traveller: Traveller;
      readonly item: ReadinessItem;
      readonly after: MarkStatus;
    }[],
    correlationId: string,
  ): Promise<void> {
    await this.askForMail.all(
      manager,
      changes.flatMap(({ traveller, item, after }) =>
        this.mail(traveller, correlationId, (name, ownUrl, siteUrl) =>
          markWorsenedEmail({ visit: visitInMail(visit), name, item, status: after, ownUrl, siteUrl }),
        ),
      ),
    );
  }

  /** What is still missing of them. */
  async stillMissing(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    open: readonly { readonly item: ReadinessItem; readonly status: MarkStatus }[],
    correlationId: string,
  ): Promise<void> {
    await this.askForMail.all(
      manager,
      this.mail(traveller, correlationId, (name, ownUrl, siteUrl) =>
        stillMissingEmail({ visit: visitInMail(visit), name, open, ownUrl, siteUrl }),
      ),
    );
  }

  private mail(
    { id, personId, name, email }: Traveller,
    correlationId: string,
    write: (name: string, ownUrl: string, siteUrl: string) => ReturnType<typeof markWorsenedEmail>,
  ) {
    if (email === null) return [];
    const { PUBLIC_URL: siteUrl } = this.settings;
    return [
      {
        mailId: uuidv7(),
        reader: { personId, to: { name, address: email } },
        kind: 'visit-links' as const,
        content: write(name, siteUrl + ownReadinessPath(this.links.secretFor(id)), siteUrl),
        correlationId,
      },
    ];
  }
}
