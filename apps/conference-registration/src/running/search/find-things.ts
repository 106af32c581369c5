import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { containing } from '#platform';
import type { EntryStatus } from '../../waiting-list/domain/entry.js';

interface OfConference {
  readonly conferenceId: string;
  readonly conference: string;
}

export interface FoundCode extends OfConference {
  readonly id: string;
  readonly code: string;
  readonly note: string;
  readonly isEnded: boolean;
}

/** Somebody on a waiting list, or who was. */
export interface FoundWaiting extends OfConference {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationName: string;
  readonly status: EntryStatus;
}

/** Whoever something was invoiced to. */
export interface FoundCustomer {
  readonly id: string;
  readonly name: string;
}

/** What there is of conferences besides bookings and delegates. */
export interface FoundThings {
  readonly codes: readonly FoundCode[];
  readonly waiting: readonly FoundWaiting[];
  readonly customers: readonly FoundCustomer[];
}

/** Finds codes, whoever waits, and customers by words, in all conferences, for staff. */
@Injectable()
export class FindThings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first, customers by name. @param most of each */
  async run(text: string, most: number): Promise<FoundThings> {
    const words = [containing(text), most];
    const [codes, waiting, customers] = await Promise.all([
      this.dataSource.query<FoundCode[]>(
        `SELECT k.id, k.code, coalesce(k.note, '') AS note, k.ended_at IS NOT NULL AS "isEnded", c.id AS "conferenceId",
           c.title AS conference
         FROM codes k JOIN conferences c ON c.id = k.conference_id WHERE k.code ILIKE $1 OR k.note ILIKE $1
         ORDER BY c.first_day DESC, k.code, k.id LIMIT $2`,
        words,
      ),
      this.dataSource.query<FoundWaiting[]>(
        `SELECT w.id, w.name, w.email, w.organisation_name AS "organisationName", w.status, c.id AS "conferenceId",
           c.title AS conference
         FROM waiting_entries w JOIN conferences c ON c.id = w.conference_id
         WHERE w.name ILIKE $1 OR w.email ILIKE $1 OR w.organisation_name ILIKE $1
         ORDER BY c.first_day DESC, w.joined_at DESC, w.id LIMIT $2`,
        words,
      ),
      this.dataSource.query<FoundCustomer[]>(
        'SELECT id, name FROM customers WHERE name ILIKE $1 ORDER BY lower(name), id LIMIT $2',
        words,
      ),
    ]);
    return { codes, waiting, customers };
  }
}
