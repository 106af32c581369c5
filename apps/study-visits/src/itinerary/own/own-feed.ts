import { Inject, Injectable } from '@nestjs/common';
import { homeZone } from '#checks';
import { renderCalendar, renderEntry, zonesOfEntries, type CalendarEntry } from '#icalendar';
import { hashOfLinkSecret, Transactions } from '#platform';
import { SecretLinks } from '../../links/secret-links.js';
import type { VisitSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { feedPath } from '../addresses.js';
import { FeedRow } from '../publication.entities.js';
import { wayInWords, type OwnDays, type OwnPart } from './read-own-days.js';
import { mapAddress } from '../map-address.js';

/** Makes a traveller's own calendar, and the address that it is at. */
@Injectable()
export class OwnFeed {
  constructor(
    private readonly travellers: OpenTraveller,
    private readonly links: SecretLinks,
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL' | 'UID_DOMAIN'>,
  ) {}

  /** The address of somebody's feed, complete; `null`: they have not asked for one. */
  async addressOf(travellerId: string): Promise<string | null> {
    return this.transactions.run(async (manager) => {
      const row = await manager.findOneBy(FeedRow, { travellerId });
      return row === null ? null : this.address(travellerId, row.number);
    });
  }

  /**
   * Gives somebody an address for their calendar, or another one: the one before leads nowhere then.
   *
   * @param known the number of the address that they saw, so that a second press makes no third one; 0: there was none
   * @throws Problem 404
   */
  make(secret: string, known: number): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { traveller } = await this.travellers.forChange({ secret }, manager);
      const before = await manager.findOneBy(FeedRow, { travellerId: traveller.id });
      if ((before?.number ?? 0) !== known) return;
      const number = known + 1;
      const secretHash = hashOfLinkSecret(this.secret(traveller.id, number));
      await manager.upsert(FeedRow, { travellerId: traveller.id, number, secretHash }, ['travellerId']);
    });
  }

  /** The number of somebody's present address; 0 for none. */
  async numberOf(travellerId: string): Promise<number> {
    return this.transactions.run(
      async (manager) => (await manager.findOneBy(FeedRow, { travellerId }))?.number ?? 0,
    );
  }

  /** An iCalendar object. What it says holds neither a secret nor the traveller's name. The same days give the same text. */
  render({ visit, parts }: OwnDays): string {
    const entries = parts.map((part) => this.entry(part, visit.title));
    return renderCalendar('Study visits', {
      kind: 'feed',
      name: visit.title,
      description: `What is planned for you on the study visit ${visit.title}.`,
      sourceUrl: null,
      zone: visit.zone === 'UTC' ? homeZone : visit.zone,
      vevents: entries.map(renderEntry),
      zones: zonesOfEntries(entries),
    });
  }

  private entry(part: OwnPart, visit: string): CalendarEntry {
    const { key, title, kind, about, facts, stop, isOff, reason } = part;
    const where = wayInWords(part);
    return {
      uid: `visit-${key}@${this.settings.UID_DOMAIN}`,
      sequence: part.sequence,
      changedAt: part.changedAt,
      when: { type: 'timed', start: part.start, end: part.end, zone: part.zone, endZone: part.endZone },
      title,
      description: [
        ...(isOff ? [reason ?? 'This is not planned for you any more.'] : []),
        `${kind}, ${visit}.`,
        facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n'),
        about,
        stop?.point ? `Map: ${mapAddress(stop.point)}` : '',
      ]
        .filter((text) => text !== '')
        .join('\n\n'),
      location: where === '' ? null : where,
      url: `${this.settings.PUBLIC_URL}/visits`,
      isCancelled: isOff,
    };
  }

  private address(travellerId: string, number: number): string {
    return this.settings.PUBLIC_URL + feedPath(this.secret(travellerId, number));
  }

  private secret(travellerId: string, number: number): string {
    return this.links.secretOf('feed', `${travellerId}:${number}`);
  }
}
