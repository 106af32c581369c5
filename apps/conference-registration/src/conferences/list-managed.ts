import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ConferenceStatus } from './domain/conference.js';

/** A conference as the staff's list has it. */
export interface ManagedConference {
  readonly id: string;
  readonly title: string;
  readonly status: ConferenceStatus;
  /** ISO. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly zone: string;
  /** Confirmed. */
  readonly bookings: number;
  readonly delegates: number;
}

const columns = `c.id, c.title, c.status, c.first_day::text AS "firstDay", c.last_day::text AS "lastDay", c.zone,
  (SELECT count(*)::int FROM bookings b WHERE b.conference_id = c.id AND b.status = 'confirmed') AS bookings,
  (SELECT count(*)::int FROM delegates d WHERE d.conference_id = c.id AND d.status = 'confirmed') AS delegates`;

/** Conferences as staff look after them, with how much is booked. */
@Injectable()
export class ListManaged {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The latest first. A network holds a few in a year, so the list is not paged. */
  all(): Promise<ManagedConference[]> {
    return this.dataSource.query(`SELECT ${columns} FROM conferences c ORDER BY c.first_day DESC, c.id DESC`);
  }

  /** How much is booked of one. */
  async booked(id: string): Promise<Pick<ManagedConference, 'bookings' | 'delegates'>> {
    const [row]: ManagedConference[] = await this.dataSource.query(
      `SELECT ${columns} FROM conferences c WHERE c.id = $1`,
      [id],
    );
    return { bookings: row?.bookings ?? 0, delegates: row?.delegates ?? 0 };
  }
}
