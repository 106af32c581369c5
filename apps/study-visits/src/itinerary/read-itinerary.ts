import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Host } from '../hosts/host-of.js';
import { ReadHosts } from '../hosts/read-hosts.js';
import { ReadInterpreters } from '../interpreters/read-interpreters.js';
import { isId } from '../domain/ids.js';
import { asSeen } from '../plans/problems.js';
import type { LegWithPlaces } from '../travel/legs.js';
import { ReadLegs } from '../travel/read-legs.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { visitPlaces, type VisitPlaces } from './domain/draw-map.js';
import type { Stop } from './domain/item.js';
import type { BookedInterpreter, Plan, PlannedLeg, Split } from './domain/plan.js';
import { ItemRow } from './item.entity.js';
import { itemOf, type PlannedItem } from './item-of.js';
import { OwnItemRow } from './publication.entities.js';
import { MemberRow, SplitRow } from './split.entity.js';

/** All that is planned for the days of a visit. */
export interface Itinerary {
  readonly visit: Visit;
  /** In the order of time, cancelled ones too; each as it is written. */
  readonly items: readonly PlannedItem[];
  readonly hosts: ReadonlyMap<string, Host>;
  readonly legs: readonly LegWithPlaces[];
  /** Who is confirmed, by number. */
  readonly travellers: readonly Traveller[];
  readonly splits: readonly Split[];
  /** Groups’ ids of each traveller. */
  readonly membership: ReadonlyMap<string, ReadonlySet<string>>;
  readonly interpreters: readonly BookedInterpreter[];
}

/** Reads what is planned for the days of visits, as staff have it. */
@Injectable()
export class ReadItinerary {
  constructor(
    private readonly hosts: ReadHosts,
    private readonly interpreters: ReadInterpreters,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async of(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<Itinerary> {
    const rows = await manager.find(ItemRow, {
      where: { visitId: visit.id },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    const hosts = await this.hosts.all(manager);
    return {
      visit,
      items: rows.map(itemOf),
      hosts: new Map(hosts.map((host) => [host.id, host])),
      legs: await this.legs.of(visit.id, manager),
      travellers: await this.travellers.confirmed(visit.id, manager),
      splits: await this.splits(visit.id, manager),
      membership: await this.membership(visit.id, manager),
      interpreters: await this.interpreters.booked(visit.id, manager),
    };
  }

  /** @throws Problem 404, also for an item of another visit */
  async one(
    { visitId, id }: { readonly visitId: string; readonly id: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlannedItem> {
    const row = isId(id) && isId(visitId) ? await manager.findOneBy(ItemRow, { id, visitId }) : null;
    return itemOf(asSeen(row, { version: null }, 'item'));
  }

  /** In the order in which they were made. */
  async splits(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<readonly Split[]> {
    const rows = await manager.find(SplitRow, { where: { visitId }, order: { id: 'ASC' } });
    return rows.map(({ id, name, groups, version }) => ({ id, name, groups, version }));
  }

  /** @throws Problem 404, also for a split of another visit */
  async split(
    { visitId, id }: { readonly visitId: string; readonly id: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Split> {
    const row = isId(id) && isId(visitId) ? await manager.findOneBy(SplitRow, { id, visitId }) : null;
    return asSeen(row, { version: null }, 'split');
  }

  /** Whether travellers were told of an item. */
  isPublished(itemId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.existsBy(OwnItemRow, { itemId });
  }

  private async membership(visitId: string, manager: EntityManager) {
    const splits = manager.createQueryBuilder(SplitRow, 's').select('s.id').where('s.visit_id = :visitId');
    const rows = await manager
      .createQueryBuilder(MemberRow, 'm')
      .where(`m.split_id IN (${splits.getQuery()})`, { visitId })
      .getMany();
    const groups = new Map<string, Set<string>>();
    for (const { travellerId, groupId } of rows) {
      groups.set(travellerId, (groups.get(travellerId) ?? new Set()).add(groupId));
    }
    return groups;
  }
}

/** Where an item is: what it says itself, or where its host is. */
export function stopOf(
  { stop, hostId }: Pick<PlannedItem, 'stop' | 'hostId'>,
  hosts: ReadonlyMap<string, Host>,
): Stop | null {
  if (stop !== null) return stop;
  const host = hostId === null ? undefined : hosts.get(hostId);
  return host === undefined ? null : { name: host.name, address: host.address, point: host.point };
}

/** An itinerary as its rules judge it. */
export function planOf({
  visit,
  items,
  hosts,
  legs,
  travellers,
  splits,
  membership,
  interpreters,
}: Itinerary): Plan {
  return {
    visit,
    items: items.map((item) => ({ ...item, stop: stopOf(item, hosts) })),
    legs: legs.filter(({ status }) => status === 'planned').map(plannedLeg),
    travellers: travellers.map(({ id }) => id),
    splits,
    membership,
    interpreters,
  };
}

const plannedLeg = (leg: LegWithPlaces): PlannedLeg => ({
  id: leg.id,
  title: leg.title,
  start: leg.departs.at,
  zone: leg.departs.zone,
  end: leg.arrives.at,
  endZone: leg.arrives.zone,
  stop: { name: leg.fromName, address: null, point: leg.fromPoint },
  to: { name: leg.toName, address: null, point: leg.toPoint },
  travellerIds: leg.places.map(({ travellerId }) => travellerId),
});

/** Where a visit goes, as its map draws it; nothing that is cancelled. */
export function placesIn(itinerary: Itinerary): VisitPlaces {
  const { items } = planOf(itinerary);
  return visitPlaces([
    ...items.filter(({ status }) => status === 'planned').map((item) => ({ ...item, isByAir: false })),
    ...itinerary.legs
      .filter(({ status }) => status === 'planned')
      .map((leg) => ({ ...plannedLeg(leg), isByAir: leg.kind === 'flight' })),
  ]);
}
