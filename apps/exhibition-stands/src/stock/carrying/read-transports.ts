import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions } from '#platform';
import type { TransportStatus } from './stock-transport.entity.js';

/** A transport with the names of what it is about. */
export interface Transport {
  readonly id: string;
  readonly exhibitionId: string | null;
  readonly exhibition: string | null;
  readonly from: string;
  readonly fromCode: string;
  readonly to: string;
  readonly toCode: string;
  readonly carrierName: string;
  readonly carrierEmail: string | null;
  readonly plannedAt: Date;
  readonly doneAt: Date | null;
  readonly status: TransportStatus;
  readonly note: string;
  readonly items: readonly {
    readonly itemId: string;
    readonly item: string;
    readonly unit: string;
    readonly units: string;
    readonly quantity: number;
  }[];
}

/** The most that a list shows. */
const mostListed = 200;

/** Reads who carries what and when. */
@Injectable()
export class ReadTransports {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those to come first, by when; then those that are done or called off, the latest first. */
  all(exhibitionId: string | null = null): Promise<Transport[]> {
    const where = new Conditions();
    if (exhibitionId !== null) where.add('t.exhibition_id = ?', exhibitionId);
    return this.read(where);
  }

  /** @returns `null` where there is none */
  async one(id: string): Promise<Transport | null> {
    return (await this.read(new Conditions().add('t.id = ?', id)))[0] ?? null;
  }

  private read(where: Conditions): Promise<Transport[]> {
    return this.dataSource.manager.query(
      `SELECT t.id, t.exhibition_id AS "exhibitionId", e.title AS exhibition, f.name AS "from", f.code AS "fromCode",
           g.name AS "to", g.code AS "toCode", t.carrier_name AS "carrierName", t.carrier_email AS "carrierEmail",
           t.planned_at AS "plannedAt", a.at AS "doneAt", t.status, t.note,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('itemId', i.id, 'item', i.name, 'unit', i.unit, 'units', i.units,
              'quantity', x.quantity) ORDER BY i.name, i.id), '[]')
            FROM stock_transport_items x JOIN stock_items i ON i.id = x.item_id WHERE x.transport_id = t.id) AS items
         FROM stock_transports t JOIN stock_places f ON f.id = t.from_place_id JOIN stock_places g ON g.id = t.to_place_id
           LEFT JOIN exhibitions e ON e.id = t.exhibition_id LEFT JOIN stock_acts a ON a.id = t.act_id
         WHERE ${where.sql}
         ORDER BY t.status <> 'planned', CASE WHEN t.status = 'planned' THEN t.planned_at END, t.planned_at DESC, t.id
         LIMIT ${mostListed}`,
      where.parameters,
    );
  }
}
