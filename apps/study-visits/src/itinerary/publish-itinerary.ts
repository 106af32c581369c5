import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { conflict, dateOf, doneBy, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { visitEnded } from '../visits/change-visit.js';
import { isEnded } from '../visits/domain/status.js';
import type { Visit } from '../visits/domain/visit.js';
import { itemChanges } from './domain/item-changes.js';
import { isFor } from './domain/own-day.js';
import type { PublishedItem } from './domain/published.js';
import { publishedInWords } from './in-words.js';
import { factsOf } from './publish-facts.js';
import { NewsRow, OwnItemRow, PublicationRow } from './publication.entities.js';
import type { OwnItem, Publishing, ToldTraveller } from './publishing.js';
import { ReadItinerary, type Itinerary } from './read-itinerary.js';
import { TellTravellers } from './tell-travellers.js';

/** Publishes what is planned: travellers read it from then on, and those whose own days are different are told. */
@Injectable()
export class PublishItinerary {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadItinerary,
    private readonly tell: TellTravellers,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What publishing would do now. */
  async pending(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<Publishing> {
    const itinerary = await this.read.of(visit, manager);
    const last = await this.last(visit.id, manager);
    const items = itinerary.items.map((item) => factsOf(item, itinerary));
    return {
      number: (last?.number ?? 0) + 1,
      items,
      changes: itemChanges(last?.items ?? [], items, publishedInWords),
      told: await this.differences(itinerary, items, manager),
    };
  }

  /** The version that travellers read; `null` before the first. */
  last(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<PublicationRow | null> {
    return manager.findOne(PublicationRow, { where: { visitId }, order: { number: 'DESC' } });
  }

  /** All versions, the latest first. */
  versions(visitId: string): Promise<PublicationRow[]> {
    return this.dataSource.manager.find(PublicationRow, { where: { visitId }, order: { number: 'DESC' } });
  }

  /**
   * @param seen the number that the person was shown, so that nobody publishes what somebody else published meanwhile
   * @throws Problem 404; 409 `edited-meanwhile`, `nothing-new`, `visit-ended`
   */
  run(actor: Actor, visitId: string, seen: number | null): Promise<Publishing> {
    return this.plan.run(actor, visitId, async ({ manager, visit, actor: noted }) => {
      if (isEnded(visit.status)) throw visitEnded();
      const publishing = await this.pending(visit, manager);
      const { number, items, changes, told } = publishing;
      if (seen !== null && seen !== number) {
        throw conflict(
          'edited-meanwhile',
          'Somebody published this itinerary after you opened it. Look at it again.',
        );
      }
      if (changes.length === 0 && told.length === 0) {
        throw conflict('nothing-new', 'Nothing is different from what travellers read already.');
      }
      const at = dateOf(this.clock());
      const { personId, personName } = doneBy(noted);
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
      for (const one of told) await this.write(manager, visitId, number, one, at);
      await this.tell.run(manager, visit, publishing, actor.requestId);
      const action = `Itinerary published: version ${number}`;
      return {
        result: publishing,
        change: { action, changes: [{ field: 'Travellers told', before: '', after: String(told.length) }] },
      };
    });
  }

  /** Who of the travellers would read something else than they know. */
  private async differences(
    { travellers, membership }: Itinerary,
    items: readonly PublishedItem[],
    manager: EntityManager,
  ): Promise<readonly ToldTraveller[]> {
    const rows = await manager
      .createQueryBuilder(OwnItemRow, 'o')
      .where('o.traveller_id = ANY(:ids)', { ids: travellers.map(({ id }) => id) })
      .getMany();
    const known = Map.groupBy(rows, ({ travellerId }) => travellerId);
    const byId = new Map(items.map((item) => [item.id, item]));
    const now = dateOf(this.clock());
    return travellers.flatMap((traveller) => {
      const before = known.get(traveller.id) ?? [];
      const own = items.filter(
        (item) => item.status === 'planned' && isFor(item, membership.get(traveller.id)),
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
          isFirst: before.length === 0,
        },
      ];
    });
  }

  private async write(
    manager: EntityManager,
    visitId: string,
    number: number,
    { traveller, items, changes }: ToldTraveller,
    at: Date,
  ): Promise<void> {
    const travellerId = traveller.id;
    await manager.upsert(
      OwnItemRow,
      items.map((item) => ({ ...item, travellerId, changedAt: at })),
      ['travellerId', 'itemId'],
    );
    await manager.insert(NewsRow, { travellerId, visitId, number, changes, toldAt: at, seenAt: null });
  }
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
