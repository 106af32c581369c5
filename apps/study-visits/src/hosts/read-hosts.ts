import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { HostRow } from './host.entity.js';
import { hostOf, type Host } from './host-of.js';

/** 404: no host has this id. */
export const noSuchHost = (): Problem =>
  notFound('There is no such host. It may have been merged or deleted.');

/** A visit in whose itinerary a host stands. */
export interface HostedVisit {
  readonly id: string;
  readonly title: string;
  /** ISO */
  readonly firstDay: string;
  /** How many items of its itinerary are there, cancelled ones too. */
  readonly items: number;
}

/** Organisations that visits go to. */
@Injectable()
export class ReadHosts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of them by name; a network knows some dozens. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<readonly Host[]> {
    const rows = await manager.find(HostRow, { order: { name: 'ASC', id: 'ASC' } });
    return rows.map(hostOf);
  }

  /** @throws Problem 404 */
  async one(id: string, manager: EntityManager = this.dataSource.manager): Promise<Host> {
    const row = isId(id) ? await manager.findOneBy(HostRow, { id }) : null;
    if (row === null) throw noSuchHost();
    return hostOf(row);
  }

  /** Visits in whose itineraries it stands, the latest first. */
  visitsOf(id: string, manager: EntityManager = this.dataSource.manager): Promise<HostedVisit[]> {
    return manager.query(
      `SELECT v.id, v.title, v.first_day::text AS "firstDay", count(*)::int AS items
       FROM itinerary_items i JOIN visits v ON v.id = i.visit_id WHERE i.host_id = $1
       GROUP BY v.id ORDER BY v.first_day DESC, v.id`,
      [id],
    );
  }
}
