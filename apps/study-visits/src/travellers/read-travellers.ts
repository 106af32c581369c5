import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOfLinkSecret, isLinkSecret, notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Traveller } from './domain/traveller.js';
import { travellerOf } from './traveller-of.js';
import { TravellerRow } from './traveller.entity.js';

/** 404: the visit has no such traveller, or no link leads here. */
export const noSuchTraveller = (): Problem => notFound('There is no such traveller.');

/** Who travels with a visit. */
@Injectable()
export class ReadTravellers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those who are confirmed, by number. */
  async confirmed(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<Traveller[]> {
    const rows = await manager.find(TravellerRow, {
      where: { visitId, status: 'confirmed' },
      order: { number: 'ASC' },
    });
    return rows.map(travellerOf);
  }

  /** Those of them who lead it, by number. */
  async leaders(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<Traveller[]> {
    const rows = await manager.find(TravellerRow, {
      where: { visitId, status: 'confirmed', part: 'leader' },
      order: { number: 'ASC' },
    });
    return rows.map(travellerOf);
  }

  /** Those who withdrew, too. */
  async all(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<Traveller[]> {
    const rows = await manager.find(TravellerRow, { where: { visitId }, order: { number: 'ASC' } });
    return rows.map(travellerOf);
  }

  /** @throws Problem 404, also for a traveller of another visit */
  async one(
    visitId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Traveller> {
    const row = isId(id) ? await manager.findOneBy(TravellerRow, { id, visitId }) : null;
    if (row === null) throw noSuchTraveller();
    return travellerOf(row);
  }

  /** A delegate of an organisation. @throws Problem 404, also for one of another */
  async ofOrganisation(
    organisationId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Traveller> {
    const row = isId(id)
      ? await manager.findOneBy(TravellerRow, { id, organisationId, part: 'delegate' })
      : null;
    if (row === null) throw noSuchTraveller();
    return travellerOf(row);
  }

  /** Whoever the link with this secret is for. @throws Problem 404 */
  async bySecret(secret: string, manager: EntityManager = this.dataSource.manager): Promise<Traveller> {
    const row = isLinkSecret(secret)
      ? await manager.findOneBy(TravellerRow, { secretHash: hashOfLinkSecret(secret) })
      : null;
    if (row === null) throw noSuchTraveller();
    return travellerOf(row);
  }
}
