import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf, doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { itemChanges } from './domain/item-changes.js';
import { isFor } from './domain/own-day.js';
import type { PublishedItem } from './domain/published.js';
import { publishedInWords } from './in-words.js';
import { factsOf } from './publish-facts.js';
import { NewsRow, OwnItemRow, PublicationRow } from './publication.entities.js';
import type { OwnItem, Publishing, ToldTraveller } from './publishing.js';
import type { Itinerary } from './read-itinerary.js';

/** Versions of itineraries as travellers read them: what a new one would say and to whom, and its rows. */
@Injectable()
export class Publications {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The version that travellers read; `null` before the first. */
  last(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<PublicationRow | null> {
    return manager.findOne(PublicationRow, { where: { visitId }, order: { number: 'DESC' } });
  }

  /** The number of the version that travellers read; 0 before the first. */
  async latest(visitId: string): Promise<number> {
    const [row]: { number: number }[] = await this.dataSource.query(
      'SELECT coalesce(max(number), 0)::int AS number FROM itinerary_publications WHERE visit_id = $1',
      [visitId],
    );
    return row?.number ?? 0;
  }

  /**
   * What a new version would be.
   *
   * @param itinerary as it would be published
   * @param only the id of the one item that would be; all others stay as travellers read them. `null`: all are
   */
  async pending(
    itinerary: Itinerary,
    manager: EntityManager = this.dataSource.manager,
    only: string | null = null,
  ): Promise<Publishing> {
    const last = await this.last(itinerary.visit.id, manager);
    const planned = itinerary.items.map((item) => factsOf(item, itinerary));
    const items = only === null ? planned : withOne(last?.items ?? [], planned, only);
    return {
      number: (last?.number ?? 0) + 1,
      items,
      changes: itemChanges(last?.items ?? [], items, publishedInWords),
      told: await this.differences(itinerary, items, manager, only),
    };
  }

  /** Writes it, with what each traveller is told. The caller holds the visit's lock and tells them. */
  async write(
    manager: EntityManager,
    visitId: string,
    actor: Actor,
    { number, items, changes, told }: Publishing,
  ): Promise<void> {
    const at = dateOf(this.clock());
    const { personId, personName } = doneBy(actor);
    await manager.insert(PublicationRow, {
      visitId,
      number,
      publishedAt: at,
      personId,
      personName,
      items,
      changes,
      told: told.length,
    });
    for (const { traveller, items: own, changes: different } of told) {
      const travellerId = traveller.id;
      await manager.upsert(
        OwnItemRow,
        own.map((item) => ({ ...item, travellerId, changedAt: at })),
        ['travellerId', 'itemId'],
      );
      await manager.insert(NewsRow, {
        travellerId,
        visitId,
        number,
        changes: different,
        toldAt: at,
        seenAt: null,
      });
    }
  }

  /** Who of the travellers would read something else than they know. */
  private async differences(
    { travellers, membership }: Itinerary,
    items: readonly PublishedItem[],
    manager: EntityManager,
    only: string | null,
  ): Promise<readonly ToldTraveller[]> {
    const rows = await manager
      .createQueryBuilder(OwnItemRow, 'o')
      .where('o.traveller_id = ANY(:ids)', { ids: travellers.map(({ id }) => id) })
      .getMany();
    const known = Map.groupBy(rows, ({ travellerId }) => travellerId);
    const byId = new Map(items.map((item) => [item.id, item]));
    const now = dateOf(this.clock());
    return travellers.flatMap((traveller) => {
      const all = known.get(traveller.id) ?? [];
      const before = only === null ? all : all.filter(({ itemId }) => itemId === only);
      const own = items.filter(
        (item) =>
          (only === null || item.id === only) &&
          item.status === 'planned' &&
          isFor(item, membership.get(traveller.id)),
      );
      const changed = ownChanges(before, own, byId, now);
      if (changed.length === 0) return [];
      const told = before.filter(({ isOff }) => !isOff).map(({ facts }) => facts);
      const cancelled = changed.flatMap(({ facts, isOff }) => (isOff ? [facts] : []));
      return [
        {
          traveller,
          changes: itemChanges(
            told,
            [...own, ...cancelled.filter(({ status }) => status === 'cancelled')],
            publishedInWords,
          ),
          items: changed,
          isFirst: all.length === 0,
        },
      ];
    });
  }
}

/** What travellers read, with one item as it is planned now. */
function withOne(
  read: readonly PublishedItem[],
  planned: readonly PublishedItem[],
  only: string,
): readonly PublishedItem[] {
  const now = planned.filter(({ id }) => id === only);
  return read.some(({ id }) => id === only)
    ? read.flatMap((item) => (item.id === only ? now : [item]))
    : [...read, ...now];
}

/** What is to be written of a traveller’s items, with a higher sequence: what is new to them, different, or theirs no longer. */
function ownChanges(
  before: readonly OwnItemRow[],
  own: readonly PublishedItem[],
  all: ReadonlyMap<string, PublishedItem>,
  changedAt: Date,
): readonly OwnItem[] {
  const known = new Map(before.map((row) => [row.itemId, row]));
  const kept = own.flatMap((facts): OwnItem[] => {
    const row = known.get(facts.id);
    if (row !== undefined && !row.isOff && isDeepStrictEqual(row.facts, facts)) return [];
    return [{ itemId: facts.id, facts, isOff: false, sequence: (row?.sequence ?? -1) + 1, changedAt }];
  });
  const still = new Set(own.map(({ id }) => id));
  const gone = before.flatMap((row): OwnItem[] => {
    if (row.isOff || still.has(row.itemId)) return [];
    const now = all.get(row.itemId);
    const facts = now?.status === 'cancelled' ? now : row.facts;
    return [{ itemId: row.itemId, facts, isOff: true, sequence: row.sequence + 1, changedAt }];
  });
  return [...kept, ...gone];
}
