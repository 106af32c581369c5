import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import type { LegPlace } from './domain/places.js';
import { LegRow, LegTravellerRow } from './leg.entity.js';
import { legOf } from './leg-of.js';
import { noSuchLeg, type Leg, type LegWithPlaces, type OwnLeg } from './legs.js';

/** The legs of a visit's journey, with those who take them; whoever has withdrawn takes none. */
@Injectable()
export class ReadLegs {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of them in the order in which they depart, cancelled ones too. */
  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<LegWithPlaces[]> {
    const rows = await manager.find(LegRow, { where: { visitId }, order: inOrder });
    return this.withPlaces(rows.map(legOf), manager);
  }

  /** @throws Problem 404, also for a leg of another visit */
  async one(
    { visitId, legId }: { readonly visitId: string; readonly legId: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<LegWithPlaces> {
    const row = isId(legId) ? await manager.findOneBy(LegRow, { id: legId, visitId }) : null;
    if (row === null) throw noSuchLeg();
    const [leg] = await this.withPlaces([legOf(row)], manager);
    if (leg === undefined) throw noSuchLeg();
    return leg;
  }

  /** The legs that a traveller takes, in the order in which they depart; cancelled ones too. */
  async ofTraveller(
    travellerId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OwnLeg[]> {
    const { entities, raw } = await manager
      .createQueryBuilder(LegRow, 'leg')
      .innerJoin(LegTravellerRow, 'place', 'place.leg_id = leg.id AND place.traveller_id = :travellerId', {
        travellerId,
      })
      .addSelect('place.booking_reference', 'bookingReference')
      .addSelect('place.seat', 'seat')
      .orderBy('leg.departsAt')
      .addOrderBy('leg.arrivesAt')
      .addOrderBy('leg.id')
      .getRawAndEntities<Pick<OwnLeg, 'bookingReference' | 'seat'>>();
    return entities.map((row, index) => ({
      ...legOf(row),
      bookingReference: raw[index]?.bookingReference ?? null,
      seat: raw[index]?.seat ?? null,
    }));
  }

  private async withPlaces(legs: readonly Leg[], manager: EntityManager): Promise<LegWithPlaces[]> {
    const rows: (LegPlace & { readonly legId: string })[] = await manager.query(
      `SELECT p.leg_id AS "legId", p.traveller_id AS "travellerId", p.booking_reference AS "bookingReference", p.seat
       FROM leg_travellers p JOIN travellers t ON t.id = p.traveller_id
       WHERE p.leg_id = ANY($1) AND t.status = 'confirmed' ORDER BY t.number`,
      [legs.map(({ id }) => id)],
    );
    const byLeg = Map.groupBy(rows, ({ legId }) => legId);
    return legs.map((leg) => ({
      ...leg,
      places: (byLeg.get(leg.id) ?? []).map(({ travellerId, bookingReference, seat }) => ({
        travellerId,
        bookingReference,
        seat,
      })),
    }));
  }
}

const inOrder = { departsAt: 'ASC', arrivesAt: 'ASC', id: 'ASC' } as const;
