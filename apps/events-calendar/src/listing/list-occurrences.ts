import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { dateOf } from '#platform';
import type { Audience, EventFormat, EventKind, EventStatus, When } from '../events/domain/event.js';
import type { Reader } from '../events/domain/visibility.js';
import { whenOfOccurrence, type OccurrenceTimes } from '../events/stored-when.js';
import { EventConditions } from './conditions.js';
import type { Filter } from './domain/filter.js';

/** One line of a list of what's on. */
export interface ListedOccurrence {
  readonly ref: string;
  /** Which occurrence of a recurring event; `null` for one that does not recur. */
  readonly original: string | null;
  readonly title: string;
  readonly kind: EventKind;
  readonly format: EventFormat;
  readonly when: When;
  readonly placeName: string | null;
  readonly audience: Audience;
  readonly status: EventStatus;
  /** Why it, or this occurrence of it, is off. */
  readonly reason: string | null;
  readonly series: string | null;
}

export interface ListPage {
  readonly items: readonly ListedOccurrence[];
  /** How many there are in all. */
  readonly total: number;
}

/** A row of {@link occurrenceColumns}. */
export interface OccurrenceRecord extends OccurrenceTimes {
  readonly ref: string;
  readonly original: string;
  readonly title: string;
  readonly kind: EventKind;
  readonly format: EventFormat;
  readonly place_name: string | null;
  readonly audience: Audience;
  readonly status: EventStatus;
  readonly status_reason: string | null;
  readonly cancelled_reason: string | null;
  readonly series: string | null;
}

interface Row extends OccurrenceRecord {
  readonly total: string;
}

/** What a {@link ListedOccurrence} is made of, of `occurrences o` and `events e`. */
export const occurrenceColumns = `
  e.ref, o.original, coalesce(o.title, e.title) AS title, e.kind, coalesce(o.format, e.format) AS format,
  o.when_type, o.starts, o.ends, o.first_day, o.last_day, o.month, o.zone, coalesce(o.place_name, e.place_name) AS place_name, e.audience,
  e.status, e.status_reason, o.cancelled_reason, e.series`;

export function occurrenceFromRow(row: OccurrenceRecord): ListedOccurrence {
  return {
    ref: row.ref,
    original: row.original === '' ? null : row.original,
    title: row.title,
    kind: row.kind,
    format: row.format,
    when: whenOfOccurrence(row),
    placeName: row.place_name,
    audience: row.audience,
    status: row.cancelled_reason === null ? row.status : 'cancelled',
    reason: row.cancelled_reason ?? row.status_reason,
    series: row.series,
  };
}

/** Lists of what's on, each one query whatever recurs. Drafts are in none of them. */
@Injectable()
export class ListOccurrences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What is not over yet, the soonest first. */
  async upcoming(
    filter: Filter,
    reader: Reader,
    now: Temporal.Instant,
    offset: number,
    limit: number,
  ): Promise<ListPage> {
    const where = new EventConditions().visibleTo(reader).matching(filter, true);
    where.add('o.ends > ?', dateOf(now));
    return this.page(where, 'o.starts, o.event_id', offset, limit);
  }

  /** What begins in a span or is still going on in it, the earliest first; at most `limit`. */
  async between(
    from: Temporal.Instant,
    to: Temporal.Instant,
    filter: Filter,
    reader: Reader,
    limit: number,
  ): Promise<ListPage> {
    const where = new EventConditions().visibleTo(reader).matching(filter, true);
    where.add('o.starts < ?', dateOf(to));
    where.add('(o.ends > ? OR o.starts >= ?)', dateOf(from), dateOf(from));
    return this.page(where, 'o.starts, o.event_id', 0, limit);
  }

  /** What is over and began in a year, the latest first. */
  async past(
    year: number,
    filter: Filter,
    reader: Reader,
    now: Temporal.Instant,
    offset: number,
    limit: number,
  ): Promise<ListPage> {
    const where = new EventConditions().visibleTo(reader).matching(filter, true);
    where.add('o.ends <= ?', dateOf(now));
    where.add('o.starts >= make_timestamptz(?::int, 1, 1, 0, 0, 0, o.zone)', year);
    where.add('o.starts < make_timestamptz(?::int + 1, 1, 1, 0, 0, 0, o.zone)', year);
    return this.page(where, 'o.starts DESC, o.event_id DESC', offset, limit);
  }

  /** The years that have something in the archive, the latest first, with how much. */
  async years(
    filter: Filter,
    reader: Reader,
    now: Temporal.Instant,
  ): Promise<{ year: number; count: number }[]> {
    const where = new EventConditions().visibleTo(reader).matching(filter, true);
    where.add('o.ends <= ?', dateOf(now));
    const rows: { year: number; count: number }[] = await this.dataSource.query(
      `SELECT extract(year FROM o.starts AT TIME ZONE o.zone)::int AS year, count(*)::int AS count
       FROM occurrences o JOIN events e ON e.id = o.event_id
       WHERE ${where.sql} GROUP BY 1 ORDER BY 1 DESC`,
      where.parameters,
    );
    return rows;
  }

  private async page(
    where: EventConditions,
    order: string,
    offset: number,
    limit: number,
  ): Promise<ListPage> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${occurrenceColumns}, count(*) OVER () AS total
       FROM occurrences o JOIN events e ON e.id = o.event_id
       WHERE ${where.sql} ORDER BY ${order} LIMIT ${where.parameter(limit)} OFFSET ${where.parameter(offset)}`,
      where.parameters,
    );
    return { items: rows.map(occurrenceFromRow), total: Number(rows[0]?.total ?? 0) };
  }
}
