import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions } from '#platform';
import { KeepPaper } from '../papers/keep-paper.js';
import { reservationPackage } from '../reservations/reservation-package.js';
import type { VisitSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { OpenTraveller, type OpenedTraveller } from '../travellers/open-traveller.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitOf } from '../visits/visit-of.js';
import { ownBriefingPath } from './addresses.js';
import { briefingPaper } from './briefing-paper.js';
import { dayDue, nightOf, partsOfDay } from './domain/day.js';
import { dailyBriefingEmail } from './emails/daily-briefing.email.js';
import { KeepBriefings } from './keep-briefings.js';
import { ReadBriefing, whichBriefing } from './read-briefing.js';
import { ReadDayNews } from './read-day-news.js';

/** Sends travellers the evening before what their day will be. */
@Injectable()
export class SendBriefings {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    private readonly briefings: KeepBriefings,
    private readonly read: ReadBriefing,
    private readonly news: ReadDayNews,
    private readonly papers: KeepPaper,
    private readonly links: TravellerLinks,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * However often and in however many processes it runs, each traveller is sent each day once. Each is sent theirs by itself, so
   * that whatever breaks it off loses nobody’s.
   *
   * @returns how many were sent
   */
  async run(correlationId: string, signal?: AbortSignal): Promise<number> {
    const rows = await this.dataSource.manager.findBy(VisitRow, { status: In(['announced', 'confirmed']) });
    let sent = 0;
    for (const visit of rows.map(visitOf)) {
      const settings = await this.briefings.settings(visit.id);
      const day = settings.isSending ? dayDue(this.clock(), { ...visit, ...settings }) : null;
      if (day === null) continue;
      for (const travellerId of await this.waiting(visit.id, day)) {
        signal?.throwIfAborted();
        if (await this.one({ visitId: visit.id, travellerId }, day, correlationId)) sent += 1;
      }
    }
    return sent;
  }

  /** Who travels, can be written to and has not been sent it, by number. */
  private async waiting(visitId: string, day: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT t.id FROM travellers t WHERE t.visit_id = $1 AND t.status = 'confirmed' AND t.email IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM briefing_mails m WHERE m.traveller_id = t.id AND m.day = $2)
       ORDER BY t.number`,
      [visitId, day],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whether it was sent: nobody is sent a day without anything, nor one that has begun for them */
  private one(
    which: { readonly visitId: string; readonly travellerId: string },
    day: string,
    correlationId: string,
  ): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const opened = await this.open.forChange(which, manager);
      const { traveller, visit } = opened;
      if (traveller.status !== 'confirmed' || traveller.email === null) return false;
      const briefed = await this.read.facts(opened, day, manager);
      const first = partsOfDay(briefed.facts.parts, day).find(({ isOff }) => !isOff);
      const now = this.clock();
      if (first === undefined || Temporal.Instant.compare(first.start, now) <= 0) return false;
      const kept = await this.papers.within(manager, whichBriefing(traveller, day), async () => ({
        paper: briefingPaper(briefed.facts),
        names: briefed.names,
      }));
      // Another process that is at the same waited for the visit, and finds the row.
      const claimed: unknown[] = await manager.query(
        `INSERT INTO briefing_mails (traveller_id, day, visit_id, number, sent_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (traveller_id, day) DO NOTHING RETURNING day`,
        [traveller.id, day, visit.id, kept.number, dateOf(now)],
      );
      if (claimed.length === 0) return false;
      await this.write(manager, opened, { day, now, facts: briefed.facts, correlationId });
      return true;
    });
  }

  private async write(
    manager: EntityManager,
    { traveller, visit }: OpenedTraveller,
    { day, now, facts, correlationId }: Writing,
  ): Promise<void> {
    const { PUBLIC_URL: siteUrl } = this.settings;
    const { id, personId, name, email } = traveller;
    if (email === null) return;
    const secret = this.links.secretFor(id);
    const mail = dailyBriefingEmail({
      visitTitle: visit.title,
      name,
      day,
      isToday: isOn(visit, day, now),
      paper: briefingPaper(facts),
      changes: await this.news.of(manager, traveller, day),
      jsonLd: reservationPackage({
        number: id,
        visitTitle: visit.title,
        name,
        events: partsOfDay(facts.parts, day).filter(({ isOff, isExpected }) => isExpected && !isOff),
        nights: [nightOf(facts.nights, day)].filter((night) => night !== null),
      }),
      ownUrl: siteUrl + ownBriefingPath(secret, day),
      pdfUrl: siteUrl + ownBriefingPath(secret, day, 'briefing.pdf'),
      siteUrl,
    });
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId, to: { name, address: email } },
      kind: 'visit-links',
      content: { ...mail, calendar: null },
      correlationId,
    });
  }
}

interface Writing {
  readonly day: string;
  readonly now: Temporal.Instant;
  readonly facts: Parameters<typeof briefingPaper>[0];
  readonly correlationId: string;
}

const isOn = ({ zone }: Visit, day: string, now: Temporal.Instant): boolean =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString() === day;
