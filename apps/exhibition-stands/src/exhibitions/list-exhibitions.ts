import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Exhibition } from './domain/exhibition.js';

/** An exhibition as a list shows it. */
export type ListedExhibition = Pick<
  Exhibition,
  | 'id'
  | 'slug'
  | 'title'
  | 'status'
  | 'city'
  | 'venue'
  | 'hall'
  | 'standNumber'
  | 'firstDay'
  | 'lastDay'
  | 'zone'
  | 'summary'
  | 'passesNeeded'
>;

/** The same as staff see it. */
export interface ManagedExhibition extends ListedExhibition {
  /** Tasks whose day has passed. */
  readonly overdue: number;
  /** Tasks still to be done, overdue or not. */
  readonly toDo: number;
  /** The day of the next of them, ISO; `null`: there is none. */
  readonly nextDue: string | null;
  /** Swaps of shifts to come that wait for staff. */
  readonly swapsToApprove: number;
}

export interface Listed<Row> {
  /** Not over yet, the next one first. */
  readonly coming: readonly Row[];
  /** The latest one first. */
  readonly past: readonly Row[];
}

const columns = `e.id, e.slug, e.title, e.status, e.city, e.venue, e.hall, e.stand_number AS "standNumber",
  e.first_day::text AS "firstDay", e.last_day::text AS "lastDay", e.zone, e.summary,
  e.passes_needed AS "passesNeeded"`;

/** Lists exhibitions. A network has a few in a year, so that a hundred rows are a lifetime's: they are not paged. */
@Injectable()
export class ListExhibitions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that are published. @param today where the network is */
  async published(today: Temporal.PlainDate): Promise<Listed<ListedExhibition>> {
    const rows: ListedExhibition[] = await this.dataSource.query(
      `SELECT ${columns} FROM exhibitions e WHERE e.status <> 'draft' ORDER BY e.first_day, e.title, e.id`,
    );
    return byDay(rows, today);
  }

  /** All of them; of those that are not over, the ones with overdue tasks first. @param today where the network is */
  async managed(today: Temporal.PlainDate): Promise<Listed<ManagedExhibition>> {
    const rows: ManagedExhibition[] = await this.dataSource.query(
      `SELECT ${columns}, count(t.id) FILTER (WHERE t.due_on < $1)::int AS overdue, count(t.id)::int AS "toDo",
         min(t.due_on)::text AS "nextDue",
         (SELECT count(*)::int FROM swaps s WHERE s.exhibition_id = e.id AND s.status = 'agreed'
           AND least(s.starts_at, s.other_starts_at) > now()) AS "swapsToApprove"
       FROM exhibitions e
         LEFT JOIN exhibition_tasks t ON t.exhibition_id = e.id AND t.done_at IS NULL AND e.status <> 'cancelled'
       GROUP BY e.id ORDER BY e.first_day, e.title, e.id`,
      [today.toString()],
    );
    const { coming, past } = byDay(rows, today);
    const urgency = ({ overdue }: ManagedExhibition) => (overdue > 0 ? 0 : 1);
    return { coming: coming.toSorted((one, other) => urgency(one) - urgency(other)), past };
  }
}

function byDay<Row extends ListedExhibition>(rows: readonly Row[], today: Temporal.PlainDate): Listed<Row> {
  const isPast = ({ lastDay, status }: Row) => status === 'over' || lastDay < today.toString();
  return { coming: rows.filter((row) => !isPast(row)), past: rows.filter(isPast).toReversed() };
}
