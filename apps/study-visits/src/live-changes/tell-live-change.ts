import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { ownDaysPath } from '../itinerary/addresses.js';
import type { Publishing } from '../itinerary/publishing.js';
import { TellTravellers } from '../itinerary/tell-travellers.js';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { liveChangeEmail } from './emails/visit-live-change.email.js';
import { liveChangeForHostsEmail } from './emails/visit-live-change-for-hosts.email.js';
import type { Concerned } from './read-concerned.js';

/** What was changed, and whom it concerns. */
export interface ToldChange {
  readonly visit: Visit;
  readonly publishing: Publishing;
  readonly concerned: Concerned;
  /** Whether its host and its interpreters are written to as well. */
  readonly tellHosts: boolean;
}

/** Writes at once to those whom a change on the way concerns, and tells other apps, with the transaction that makes it. */
@Injectable()
export class TellLiveChange {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly apps: TellTravellers,
    private readonly links: TravellerLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /** Whoever has no address gets no mail. */
  async run(manager: EntityManager, change: ToldChange, correlationId: string): Promise<void> {
    const { visit, publishing } = change;
    await this.askForMail.all(manager, [
      ...this.toTravellers(change, correlationId),
      ...(change.tellHosts ? this.toHosts(change, correlationId) : []),
    ]);
    await this.apps.apps(manager, visit, publishing, correlationId);
  }

  private toTravellers({ visit, publishing }: ToldChange, correlationId: string) {
    const { PUBLIC_URL: siteUrl } = this.settings;
    return publishing.told.flatMap(({ traveller, changes }) => {
      const { id, personId, name, email } = traveller;
      const [change] = changes;
      if (email === null || change === undefined) return [];
      const ownUrl = siteUrl + ownDaysPath(this.links.secretFor(id));
      return [
        {
          mailId: uuidv7(),
          reader: { personId, to: { name, address: email } },
          kind: 'visit-links' as const,
          content: liveChangeEmail({ visit: visit.title, name, change, ownUrl, siteUrl }),
          correlationId,
        },
      ];
    });
  }

  /** Two contacts at one address are one reader. */
  private toHosts({ visit, publishing, concerned }: ToldChange, correlationId: string) {
    const { PUBLIC_URL: siteUrl } = this.settings;
    const [change] = publishing.changes;
    if (change === undefined) return [];
    const readers = new Map(
      [...concerned.hosts, ...concerned.interpreters].flatMap(({ name, email }) =>
        email === null ? [] : [[email.toLowerCase(), { name, email }] as const],
      ),
    );
    return [...readers.values()].map(({ name, email }) => ({
      mailId: uuidv7(),
      reader: { personId: null, to: { name, address: email } },
      kind: 'visits' as const,
      content: liveChangeForHostsEmail({
        visit: visit.title,
        name,
        change,
        contacts: visit.contacts,
        siteUrl,
      }),
      correlationId,
    }));
  }
}
