import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { instantOf, notFound, type Problem } from '#platform';
import { ReadHosts } from '../hosts/read-hosts.js';
import { ReadInterpreters } from '../interpreters/read-interpreters.js';
import { ReadItinerary, type Itinerary } from '../itinerary/read-itinerary.js';
import { SecretLinks } from '../links/secret-links.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { linkEnds } from './domain/sheet.js';
import { SheetLinkRow, SheetRow } from './sheet.entity.js';
import { itemsOf } from './sheet-paper.js';
import type { Sheet, SheetLink, SheetSubject, WhichSheet } from './sheets.js';

/** 404: nothing of the visit is planned with them. */
export const noSuchSheet = (): Problem =>
  notFound('There is no such sheet: nothing of this visit is planned with them.');

/** Reads the sheets of hosts and interpreters. */
@Injectable()
export class ReadSheets {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly itineraries: ReadItinerary,
    private readonly hosts: ReadHosts,
    private readonly interpreters: ReadInterpreters,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One for each host and interpreter with whom something is planned, or was when a sheet was begun: hosts first, by name. */
  async all(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<readonly Sheet[]> {
    const itinerary = await this.itineraries.of(visit, manager);
    const rows = await manager.findBy(SheetRow, { visitId: visit.id });
    const subjects = (await this.subjects(manager)).filter(
      (subject) =>
        itemsOf(itinerary, subject).length > 0 ||
        rows.some((row) => (subject.kind === 'host' ? row.hostId : row.interpreterId) === subject.id),
    );
    return this.sheets(itinerary, subjects, rows, manager);
  }

  /** @throws Problem 404 */
  async one(
    { visitId, kind, subjectId }: WhichSheet,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Sheet> {
    const visit = await this.visits.byId(visitId, manager);
    const all = await this.all(visit, manager);
    const found = all.find(({ subject }) => subject.kind === kind && subject.id === subjectId);
    if (found === undefined) throw noSuchSheet();
    return found;
  }

  /** Whether a link leads to its sheet now. */
  isOpen({ visit }: Sheet, { endsAt }: SheetLink): boolean {
    return visit.status !== 'cancelled' && endsAt.epochMilliseconds > this.clock().epochMilliseconds;
  }

  private async subjects(manager: EntityManager): Promise<readonly SheetSubject[]> {
    const hosts = await this.hosts.all(manager);
    const interpreters = await this.interpreters.all(manager);
    return [
      ...hosts.map(({ id, name, contacts }): SheetSubject => ({
        kind: 'host',
        id,
        name,
        languages: [],
        readers: contacts.flatMap((one) =>
          one.email === null ? [] : [{ name: one.name, email: one.email }],
        ),
      })),
      ...interpreters.map(({ id, name, languages, email }): SheetSubject => ({
        kind: 'interpreter',
        id,
        name,
        languages,
        readers: email === null ? [] : [{ name, email }],
      })),
    ];
  }

  private async sheets(
    itinerary: Itinerary,
    subjects: readonly SheetSubject[],
    rows: readonly SheetRow[],
    manager: EntityManager,
  ): Promise<readonly Sheet[]> {
    const links = await manager.findBy(SheetLinkRow, {
      sheetId: In(rows.map(({ id }) => id)),
      endedAt: IsNull(),
    });
    return subjects.map((subject): Sheet => {
      const row = rows.find(({ hostId, interpreterId }) => (hostId ?? interpreterId) === subject.id);
      const link = row && links.find(({ sheetId }) => sheetId === row.id);
      return {
        visit: itinerary.visit,
        subject,
        itinerary,
        id: row?.id ?? null,
        notes: row?.notes ?? '',
        showsNeeds: row?.showsNeeds ?? false,
        version: row?.version ?? 0,
        link: link === undefined ? null : this.linkOf(link, subject, itinerary),
      };
    });
  }

  private linkOf(row: SheetLinkRow, subject: SheetSubject, itinerary: Itinerary): SheetLink {
    const { id, sentAt, sentTo, sentNumber, openedAt, openedNumber } = row;
    return {
      id,
      secret: this.links.secretOf(subject.kind, id),
      endsAt: linkEnds(
        itemsOf(itinerary, subject).map(({ end }) => end),
        itinerary.visit,
      ),
      sent: sentAt && sentNumber !== null ? { at: instantOf(sentAt), to: sentTo, number: sentNumber } : null,
      opened: openedAt && openedNumber !== null ? { at: instantOf(openedAt), number: openedNumber } : null,
    };
  }
}
