import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { BookedInterpreter } from '../itinerary/domain/plan.js';
import type { InterpreterDetails } from './domain/interpreter.js';
import { InterpreterRow } from './interpreter.entity.js';

/** Somebody who interprets for visits. */
export interface Interpreter extends InterpreterDetails {
  readonly id: string;
  readonly version: number;
}

/** Something that somebody is booked for. */
export interface InterpretedItem {
  readonly id: string;
  readonly visitId: string;
  readonly visit: string;
  readonly title: string;
  readonly startsAt: Date;
  /** IANA */
  readonly zone: string;
}

/** 404: nobody who interprets has this id. */
export const noSuchInterpreter = (): Problem =>
  notFound('There is no such interpreter. They may have been deleted.');

function interpreterOf(row: InterpreterRow): Interpreter {
  const { changedAt: _, ...interpreter } = row;
  return interpreter;
}

/** Those who interpret for visits, and at what. */
@Injectable()
export class ReadInterpreters {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of them by name. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<readonly Interpreter[]> {
    const rows = await manager.find(InterpreterRow, { order: { name: 'ASC', id: 'ASC' } });
    return rows.map(interpreterOf);
  }

  /** @throws Problem 404 */
  async one(id: string, manager: EntityManager = this.dataSource.manager): Promise<Interpreter> {
    const row = isId(id) ? await manager.findOneBy(InterpreterRow, { id }) : null;
    if (row === null) throw noSuchInterpreter();
    return interpreterOf(row);
  }

  /** What somebody is booked for, the earliest first; nothing that is cancelled. */
  itemsOf(id: string, manager: EntityManager = this.dataSource.manager): Promise<InterpretedItem[]> {
    return manager.query(
      `SELECT i.id, v.id AS "visitId", v.title AS visit, i.title, i.starts_at AS "startsAt", i.zone
       FROM interpreter_bookings b JOIN itinerary_items i ON i.id = b.item_id JOIN visits v ON v.id = i.visit_id
       WHERE b.interpreter_id = $1 AND i.status = 'planned' ORDER BY i.starts_at, i.id`,
      [id],
    );
  }

  /** Who interprets at what of a visit, by name. */
  booked(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<BookedInterpreter[]> {
    return manager.query(
      `SELECT r.id, r.name, r.languages, array_agg(b.item_id ORDER BY b.item_id) AS "itemIds"
       FROM interpreters r JOIN interpreter_bookings b ON b.interpreter_id = r.id
         JOIN itinerary_items i ON i.id = b.item_id
       WHERE i.visit_id = $1 GROUP BY r.id ORDER BY r.name, r.id`,
      [visitId],
    );
  }
}
