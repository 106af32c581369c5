import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { rowsOfJson, type JsonRow } from '#platform';
import type { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { PlaceRow } from '../places/place.entity.js';
import { answersOf } from '../questions/answer-store.js';
import { AnswerRow } from '../questions/answer.entity.js';
import { detailsOf, type BookingDetails } from './booking-details.js';

interface Found {
  /** The conference's. */
  readonly version: number;
  readonly delegates: readonly JsonRow[];
  readonly places: readonly JsonRow[];
  readonly answers: readonly JsonRow[];
}

const listOf = (table: string, order: string) =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY ${order}), '[]') FROM ${table} r WHERE r.booking_id = $1) AS ${table}`;

const statement = `SELECT (SELECT version FROM conferences WHERE id = $2) AS version,
  ${listOf('delegates', 'r.number')}, ${listOf('places', 'r.id')}, ${listOf('answers', 'r.subject_id, r.question_id')}`;

/** Reads all that is in a booking which somebody has a right to. */
@Injectable()
export class ReadBooking {
  constructor(
    private readonly catalogues: ReadCatalogue,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @param catalogue where the caller holds the conference's lock and has it already */
  async of(
    booking: BookingRow,
    manager: EntityManager = this.dataSource.manager,
    catalogue?: Catalogue,
  ): Promise<BookingDetails> {
    const { id, conferenceId } = booking;
    // All in one round trip, as each request of a booking needs it several times.
    const [found]: Found[] = await manager.query(statement, [id, conferenceId]);
    if (!found) throw new Error('a statement without FROM gave no row');
    const known = catalogue ?? (await this.catalogues.at(manager, conferenceId, found.version));
    return detailsOf(booking, known, {
      delegates: this.rows(DelegateRow, found.delegates),
      places: this.rows(PlaceRow, found.places),
      answers: answersOf(this.rows(AnswerRow, found.answers), id),
    });
  }

  private rows<Row extends object>(entity: new () => Row, rows: readonly JsonRow[]): Row[] {
    return rowsOfJson(this.dataSource.getMetadata(entity), rows);
  }
}
