import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import type { SharingWish } from './domain/problem.js';
import { whoIsMeant, type Known } from './domain/who-is-meant.js';
import { nightsOf, type Hotel, type Sleeper, type VisitRooms } from './domain/visit-rooms.js';
import { HotelRow } from './store/hotel.entity.js';
import { RoomKindRow } from './store/room-kind.entity.js';
import { RoomPinRow } from './store/room-pin.entity.js';
import { RoomStayRow } from './store/room-stay.entity.js';
import { SleeperRow } from './store/sleeper.entity.js';

const typeOrder = ['SG', 'DB', 'TW', 'TR', 'QD'];

/** What somebody stated, and what of it means nobody. */
function statedBy(
  row: SleeperRow | undefined,
  known: readonly Known[],
): Pick<Sleeper, 'wish' | 'chosen' | 'named' | 'unknown'> {
  const named = row?.wishNamed ?? [];
  const meant = named.map((written) => ({ written, id: whoIsMeant(written, known, row?.id ?? '') }));
  const others = [...(row?.wishWith ?? []), ...meant.flatMap(({ id }) => id ?? [])];
  return {
    wish: wishOf(row?.wish ?? null, others),
    chosen: row?.wishWith ?? [],
    named,
    unknown: meant.flatMap(({ written, id }) => (id === null ? [written] : [])),
  };
}

function wishOf(kind: string | null, others: readonly string[]): SharingWish | null {
  switch (kind) {
    case 'single':
      return { kind };
    case 'any':
      return { kind, with: [...new Set(others)] };
    case 'twin':
    case 'double':
      return { kind, with: others[0] ?? '' };
    default:
      return null;
  }
}

/** Reads all that there is of rooms on a visit. */
@Injectable()
export class ReadRooms {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
  ) {}

  /** @throws Problem 404 */
  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<VisitRooms> {
    return this.ofVisit(await this.visits.byId(visitId, manager), manager);
  }

  async ofVisit(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<VisitRooms> {
    const nights = nightsOf(visit);
    const hotels = await this.hotels(visit.id, manager);
    const sleepers = await this.sleepers(visit.id, nights, manager);
    const [there, kinds] = [
      new Set(sleepers.map(({ id }) => id)),
      new Set(hotels.flatMap((hotel) => hotel.kinds.map(({ id }) => id))),
    ];
    const rows = await manager.find(RoomStayRow, {
      where: { visitId: visit.id },
      order: { night: 'ASC', key: 'ASC', sleeperId: 'ASC' },
    });
    // Whoever withdrew keeps no bed from anybody, and what lies outside of the visit is nobody's night.
    const stays = rows
      .filter((row) => there.has(row.sleeperId) && nights.includes(row.night) && kinds.has(row.kindId))
      .map(({ sleeperId, night, kindId, key }) => ({ traveller: sleeperId, night, offer: kindId, key }));
    return { visit, nights, hotels, sleepers, stays };
  }

  private async hotels(visitId: string, manager: EntityManager): Promise<readonly Hotel[]> {
    const rows = await manager.find(HotelRow, { where: { visitId }, order: { name: 'ASC', id: 'ASC' } });
    const kinds = await manager.findBy(RoomKindRow, { hotelId: In(rows.map(({ id }) => id)) });
    const byHotel = Map.groupBy(kinds, ({ hotelId }) => hotelId);
    return rows.map(({ id, name, address, phone, needsPassports, version }) => ({
      id,
      name,
      address,
      phone,
      needsPassports,
      version,
      kinds: (byHotel.get(id) ?? [])
        .toSorted(
          (one, other) =>
            typeOrder.indexOf(one.type) - typeOrder.indexOf(other.type) ||
            Number(one.accessible) - Number(other.accessible),
        )
        .map(({ id: kindId, type, accessible, rooms, pricePence, otherwise }) => ({
          id: kindId,
          type,
          accessible,
          rooms,
          pricePence,
          otherwise,
        })),
    }));
  }

  private async sleepers(
    visitId: string,
    nights: readonly string[],
    manager: EntityManager,
  ): Promise<readonly Sleeper[]> {
    const travellers = await this.travellers.confirmed(visitId, manager);
    const rows = await manager.findBy(SleeperRow, { visitId });
    const drivers = await manager.find(SleeperRow, {
      where: { visitId, travellerId: IsNull() },
      order: { surname: 'ASC', id: 'ASC' },
    });
    const known = [
      ...travellers,
      ...drivers.map(({ id, forename, surname }) => ({ id, name: `${forename} ${surname}`, email: null })),
    ];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const pins = new Map(
      (await manager.findBy(RoomPinRow, { visitId })).map(({ sleeperId, hotelId, kindId }) => [
        sleeperId,
        { hotelId, kindId },
      ]),
    );
    const said = (row: SleeperRow | undefined) => ({
      title: row?.title ?? '',
      forename: row?.forename ?? '',
      surname: row?.surname ?? '',
      nights: nights.filter((night) => row?.nights?.includes(night) ?? true),
      staysAll: (row?.nights ?? null) === null,
      ...statedBy(row, known),
      needsAccessible: row?.needsAccessible ?? false,
      pin: pins.get(row?.id ?? '') ?? null,
      note: row?.note ?? '',
      version: row?.version ?? 0,
    });
    return [
      ...travellers.map(({ id, part, name, organisationName }): Sleeper => ({
        id,
        part,
        name,
        organisationName,
        ...said(byId.get(id)),
      })),
      ...drivers.map((row): Sleeper => ({
        id: row.id,
        part: 'driver',
        name: [row.forename, row.surname].filter(Boolean).join(' '),
        organisationName: '',
        ...said(row),
      })),
    ];
  }
}
