import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** How many places of one ticket type are taken, and how. */
export interface TakenPlaces {
  readonly confirmed: number;
  /** By bookings that are being filled in, codes and open offers. */
  readonly held: number;
}

/** Counts the places that are taken of each ticket type. */
@Injectable()
export class FindTaken {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By ticket type's id; those of which nothing is taken are left out. */
  async byTicketType(conferenceId: string): Promise<ReadonlyMap<string, TakenPlaces>> {
    const rows = await this.dataSource.query<({ id: string } & TakenPlaces)[]>(
      `SELECT ticket_type_id AS id,
         count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed,
         count(*) FILTER (WHERE status IN ('held', 'reserved', 'offered'))::int AS held
       FROM places WHERE conference_id = $1 AND status IN ('confirmed', 'held', 'reserved', 'offered')
       GROUP BY ticket_type_id`,
      [conferenceId],
    );
    return new Map(rows.map(({ id, confirmed, held }) => [id, { confirmed, held }]));
  }
}
