import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { RoomType } from './domain/problem.js';

/** Nights that follow on each other in one hotel, as it was told of them. */
export interface OwnNights {
  /** Whose nights: the traveller's own id. */
  readonly sleeperId: string;
  readonly hotelId: string;
  readonly hotel: string;
  /** Blank: nobody wrote it down. */
  readonly address: string;
  readonly phone: string;
  readonly type: RoomType;
  /** "TW-01", as the hotel's list calls the room. */
  readonly key: string;
  /** ISO; the day of the first night, and that on which they leave. */
  readonly arrives: string;
  readonly leaves: string;
}

/**
 * Where travellers sleep, as they are told of it: by the last list that each hotel was sent. What is still being tried on the
 * board is nobody's room yet.
 */
@Injectable()
export class ReadOwnNights {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * By traveller’s id, in the order of the nights; whoever has no room yet is left out.
   *
   * @param travellerIds whose
   */
  async of(
    visitId: string,
    travellerIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly OwnNights[]>> {
    const rows: OwnNights[] = await manager.query(
      `SELECT line ->> 'sleeperId' AS "sleeperId", h.id AS "hotelId", h.name AS hotel, h.address, h.phone,
         line ->> 'type' AS type, line ->> 'key' AS key, line ->> 'arrives' AS arrives, line ->> 'leaves' AS leaves
       FROM (SELECT DISTINCT ON (hotel_id) hotel_id, lines FROM rooming_lists WHERE visit_id = $1
             ORDER BY hotel_id, number DESC) AS last
       JOIN hotels h ON h.id = last.hotel_id
       CROSS JOIN LATERAL jsonb_array_elements(last.lines) AS line
       WHERE line ->> 'sleeperId' = ANY($2)
       ORDER BY arrives, hotel, key`,
      [visitId, travellerIds],
    );
    return Map.groupBy(rows, ({ sleeperId }) => sleeperId);
  }
}
