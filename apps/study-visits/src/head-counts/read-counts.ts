import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { instantOf } from '#platform';
import { isFor } from '../itinerary/domain/own-day.js';
import { stopInWords } from '../itinerary/in-words.js';
import type { PlannedItem } from '../itinerary/item-of.js';
import { ReadItinerary, stopOf, type Itinerary } from '../itinerary/read-itinerary.js';
import { legName } from '../travel/in-words.js';
import type { LegWithPlaces } from '../travel/legs.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import {
  noSuchCount,
  type CountedThing,
  type HeadCount,
  type KeptClosing,
  type ListedCount,
  type SaidMark,
} from './counts.js';
import { tallyOf } from './domain/merge.js';
import { ClosingRow, HeadCountRow, MarkRow } from './head-count.entities.js';

/** All counts of a visit. */
export interface VisitCounts {
  readonly visit: Visit;
  /** Of every leg, and of the items where staff want one; in the order of time. */
  readonly counts: readonly ListedCount[];
  /** Items to come or past at which heads are not counted. */
  readonly otherItems: readonly CountedThing[];
}

/** What there is of a count besides the plan, as it changes while people look on. */
export interface LiveCount {
  readonly version: number;
  readonly isClosed: boolean;
  readonly marks: readonly SaidMark[];
}

/** A leg or an item, and who should be there. */
interface Place {
  readonly thing: CountedThing;
  readonly travellerIds: readonly string[];
}

/** Reads head counts. Who may is for the caller to say. */
@Injectable()
export class ReadCounts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly itinerary: ReadItinerary,
    private readonly travellers: ReadTravellers,
  ) {}

  async of(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<VisitCounts> {
    const plan = await this.itinerary.of(visit, manager);
    const rows = await manager.findBy(HeadCountRow, { visitId: visit.id });
    const known = new Map(rows.map((row) => [row.id, row]));
    const marks = Map.groupBy(await this.marksOf([...known.keys()], manager), ({ countId }) => countId);
    const counts = placesOf(plan)
      .filter(({ thing }) => known.has(thing.id) || (thing.kind === 'leg' && !thing.isCancelled))
      .map(({ thing, travellerIds }): ListedCount => {
        const said = marks.get(thing.id) ?? [];
        const closedAt = known.get(thing.id)?.closedAt ?? null;
        return {
          thing,
          expected: travellerIds.length,
          tally: tallyOf(travellerIds, said),
          closedAt: closedAt && instantOf(closedAt),
          isBegun: said.length > 0,
        };
      });
    const otherItems = plan.items
      .filter(({ id, status }) => status === 'planned' && !known.has(id))
      .map((item) => thingOfItem(item, plan));
    return { visit, counts, otherItems };
  }

  /** @throws Problem 404, also for an item at which heads are not counted */
  async one(
    visit: Visit,
    thingId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HeadCount> {
    const plan = await this.itinerary.of(visit, manager);
    const id = thingId.toLowerCase();
    const place = placesOf(plan).find(({ thing }) => thing.id === id);
    const row = place && (await manager.findOneBy(HeadCountRow, { id }));
    if (!place || (!row && (place.thing.kind === 'item' || place.thing.isCancelled))) throw noSuchCount();
    const marks = await this.marksOf([id], manager);
    const all = await this.travellers.all(visit.id, manager);
    const wanted = new Set(place.travellerIds);
    const marked = new Set(marks.map(({ travellerId }) => travellerId));
    const expected = all.filter((traveller) => wanted.has(traveller.id)).toSorted(byName);
    return {
      visit,
      thing: place.thing,
      version: row?.version ?? 1,
      closedAt: row?.closedAt ? instantOf(row.closedAt) : null,
      closings: await this.closings(id, manager),
      marks,
      expected,
      others: all.filter((traveller) => marked.has(traveller.id) && !wanted.has(traveller.id)),
      tally: tallyOf(
        expected.map((traveller) => traveller.id),
        marks,
      ),
      leaders: all.filter(({ part, status }) => part === 'leader' && status === 'confirmed'),
    };
  }

  /** The same of what changes, for one whose count was read before. */
  async live(id: string, manager: EntityManager = this.dataSource.manager): Promise<LiveCount> {
    const row = await manager.findOneBy(HeadCountRow, { id });
    const marks = row === null ? [] : await this.marksOf([id], manager);
    return { version: row?.version ?? 1, isClosed: (row?.closedAt ?? null) !== null, marks };
  }

  private async marksOf(
    countIds: readonly string[],
    manager: EntityManager,
  ): Promise<readonly (SaidMark & { readonly countId: string })[]> {
    const rows = await manager.find(MarkRow, {
      where: { countId: In([...countIds]) },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => ({
      countId: row.countId,
      id: row.id,
      travellerId: row.travellerId,
      kind: row.kind,
      leave: row.leave,
      over: row.over,
      madeAt: instantOf(row.madeAt),
      receivedAt: instantOf(row.receivedAt),
      byName: row.byName,
    }));
  }

  private async closings(countId: string, manager: EntityManager): Promise<readonly KeptClosing[]> {
    const rows = await manager.find(ClosingRow, {
      where: { countId },
      order: { closedAt: 'DESC', id: 'DESC' },
    });
    return rows.map(({ id, closedAt, byName, here, elsewhere, missing, people, decision, ...row }) => ({
      id,
      closedAt: instantOf(closedAt),
      byName,
      here,
      elsewhere,
      missing,
      people,
      decision,
      reopened: row.reopenedAt && {
        at: instantOf(row.reopenedAt),
        byName: row.reopenedByName ?? '',
        why: row.reopenedWhy,
      },
    }));
  }
}

const byName = (one: Traveller, other: Traveller): number =>
  one.name.localeCompare(other.name, 'en-GB') || one.number - other.number;

/** Every leg and item, in the order of time. */
function placesOf(plan: Itinerary): readonly Place[] {
  const legs = plan.legs.map((leg) => ({
    thing: thingOfLeg(leg),
    travellerIds: leg.places.map(({ travellerId }) => travellerId),
  }));
  const items = plan.items.map((item) => ({
    thing: thingOfItem(item, plan),
    travellerIds: plan.travellers
      .filter(({ id }) => isFor(item, plan.membership.get(id)))
      .map(({ id }) => id),
  }));
  return [...legs, ...items].toSorted(
    ({ thing: one }, { thing: other }) =>
      one.span.start.epochMilliseconds - other.span.start.epochMilliseconds || (one.id < other.id ? -1 : 1),
  );
}

const thingOfLeg = (leg: LegWithPlaces): CountedThing => ({
  kind: 'leg',
  id: leg.id,
  title: legName(leg),
  span: {
    start: leg.departs.at,
    zone: leg.departs.zone,
    end: leg.arrives.at,
    endZone: leg.arrives.zone,
  },
  place: leg.meetingPoint ?? leg.fromName,
  isCancelled: leg.status === 'cancelled',
});

const thingOfItem = (item: PlannedItem, { hosts }: Pick<Itinerary, 'hosts'>): CountedThing => ({
  kind: 'item',
  id: item.id,
  title: item.title,
  span: { start: item.start, zone: item.zone, end: item.end, endZone: item.endZone },
  place: stopInWords(stopOf(item, hosts)),
  isCancelled: item.status === 'cancelled',
});
