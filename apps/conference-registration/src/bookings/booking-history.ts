import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { dateOf, doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistoryRow } from './booking-history.entity.js';
import type { BookingAct } from './domain/acts.js';

/** One line to be recorded. */
export interface BookingLine {
  readonly bookingId: string;
  readonly act: BookingAct;
  /** What is worth knowing of it; nothing of the special categories. */
  readonly details?: object;
  readonly actor: Actor;
  /** The line's own, where it is to be found again; otherwise a new one. */
  readonly id?: string;
}

/** What a line says, for a statement: all its columns but the booking's, in the order in which the table has them. */
export const valuesOfLine = (line: BookingHistoryRow): readonly unknown[] => [
  line.id,
  line.at,
  line.act,
  line.details,
  line.personId,
  line.personName,
  line.actorId,
  line.actorName,
  line.requestId,
];

/** Records who did what with a booking. */
@Injectable()
export class BookingHistory {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async record(manager: EntityManager, line: BookingLine): Promise<void> {
    const row = this.row(line);
    // Past TypeORM, which would write the statement each time: nearly everything that is done with a booking leaves a line.
    await manager.query(
      `INSERT INTO booking_history (id, at, act, details, person_id, person_name, actor_id, actor_name, request_id, booking_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [...valuesOfLine(row), row.bookingId],
    );
  }

  /** Whether there is a line with this id. */
  async has(manager: EntityManager, id: string): Promise<boolean> {
    return manager.existsBy(BookingHistoryRow, { id });
  }

  /** The line as a row, for whoever writes it together with others. */
  row({ id, bookingId, act, details = {}, actor }: BookingLine): BookingHistoryRow {
    return {
      id: id ?? uuidv7(),
      bookingId,
      at: dateOf(this.clock()),
      act,
      details,
      ...doneBy(actor),
      requestId: actor.requestId,
    };
  }
}
