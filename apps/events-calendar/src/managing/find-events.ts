import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Audience, EventKind, EventStatus, When } from '../events/domain/event.js';
import { whenOfOccurrence, type OccurrenceTimes } from '../events/stored-when.js';
import { Conditions, containing, dateOf } from '#platform';
import { prefixQuery } from '../listing/conditions.js';
import { homeZone } from '../events/domain/zones.js';
import type { Lack, SortKey, StaffList } from './domain/staff-list.js';

/** One line of the staff's table: an event, however often it recurs. */
export interface ListedEvent {
  readonly ref: string;
  readonly title: string;
  /** Of a recurring event the next date, or the last one when all are over. */
  readonly when: When;
  readonly recurs: boolean;
  readonly status: EventStatus;
  readonly audience: Audience;
  readonly board: string | null;
  readonly kind: EventKind;
}

export interface ListedEvents {
  readonly items: readonly ListedEvent[];
  /** How many there are in all. */
  readonly total: number;
}

/** What waits for somebody to do it, as numbers. */
export interface Unfinished {
  readonly drafts: number;
  /** Of this month, without a place. */
  readonly withoutPlace: number;
  /** Coming, online, without a joining link. */
  readonly withoutLink: number;
  /** Postponed, the old date still standing. */
  readonly postponed: number;
  /** Published with a month only, which has come or is the next. */
  readonly withoutDate: number;
}

interface Row extends OccurrenceTimes {
  readonly ref: string;
  readonly title: string;
  readonly recurs: boolean;
  readonly status: EventStatus;
  readonly audience: Audience;
  readonly board: string | null;
  readonly kind: EventKind;
  readonly total: string;
}

/** The date of an event that a list shows: the next one, or the last when all are over. `$1` is now. */
const shownDate = `
  JOIN LATERAL (
    SELECT * FROM occurrences o WHERE o.event_id = e.id
    ORDER BY (o.ends > $1) DESC,
      CASE WHEN o.ends > $1 THEN o.starts END,
      o.starts DESC
    LIMIT 1
  ) o ON true`;

/** Statuses in the order in which they follow one another, rather than of the alphabet. */
const orders: Readonly<Record<SortKey, string>> = {
  when: 'o.starts',
  title: 'lower(e.title)',
  status: `array_position(ARRAY['draft', 'published', 'postponed', 'cancelled'], e.status)`,
  audience: `array_position(ARRAY['public', 'members', 'board', 'invited'], e.audience)`,
  kind: 'e.kind',
};

/** What each of {@link Lack} asks of an event; `$2` and `$3` are the month's beginning and end. */
const lackConditions: Readonly<Record<Lack, string>> = {
  place: `e.status = 'published' AND e.format <> 'online' AND e.kind <> 'deadline' AND e.place_name IS NULL
    AND o.starts < $3 AND o.ends > $2`,
  link: `e.status = 'published' AND e.format <> 'in person' AND e.joining_url IS NULL AND o.ends > $1`,
  date: `e.status = 'published' AND e.when_type = 'month' AND o.ends > $1 AND o.starts < $3::timestamptz + interval '1 month'`,
};

/** What staff see of the calendar: every event, drafts and all. */
@Injectable()
export class FindEvents {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param size how many a page holds */
  async list(list: StaffList, now: Temporal.Instant, size: number): Promise<ListedEvents> {
    const where = conditionsAt(now);
    if (list.text !== '') addText(where, list.text);
    if (list.status !== null) where.add('e.status = ?', list.status);
    if (list.lack !== null) where.add(lackConditions[list.lack]);
    if (list.period === 'coming') where.add('o.ends > $1');
    if (list.period === 'past') where.add('o.ends <= $1');
    const direction = list.sort.direction === 'descending' ? 'DESC' : 'ASC';
    const rows: Row[] = await this.dataSource.query(
      `SELECT e.ref, e.title, e.rule IS NOT NULL AS recurs, e.status, e.audience, e.board, e.kind,
         o.when_type, o.starts, o.ends, o.first_day, o.last_day, o.month, o.zone, count(*) OVER () AS total
       FROM events e ${shownDate}
       WHERE ${where.sql}
       ORDER BY ${orders[list.sort.key]} ${direction}, o.starts, e.ref
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}`,
      where.parameters,
    );
    return { items: rows.map(fromRow), total: Number(rows[0]?.total ?? 0) };
  }

  async unfinished(now: Temporal.Instant): Promise<Unfinished> {
    const [counts] = await this.dataSource.query<Unfinished[]>(
      `SELECT
         count(*) FILTER (WHERE e.status = 'draft')::int AS drafts,
         count(*) FILTER (WHERE ${lackConditions.place})::int AS "withoutPlace",
         count(*) FILTER (WHERE ${lackConditions.link})::int AS "withoutLink",
         count(*) FILTER (WHERE e.status = 'postponed')::int AS postponed,
         count(*) FILTER (WHERE ${lackConditions.date})::int AS "withoutDate"
       FROM events e ${shownDate}`,
      conditionsAt(now).parameters,
    );
    return counts ?? { drafts: 0, withoutPlace: 0, withoutLink: 0, postponed: 0, withoutDate: 0 };
  }
}

/** With `$1` now and `$2` to `$3` the month that it is in, where the network is. */
function conditionsAt(now: Temporal.Instant): Conditions {
  const month = now.toZonedDateTimeISO(homeZone).with({ day: 1 }).startOfDay();
  const where = new Conditions();
  for (const instant of [now, month.toInstant(), month.add({ months: 1 }).toInstant()]) {
    where.parameter(dateOf(instant));
  }
  // A parameter that no condition uses has no type that the database could find out.
  return where.add('($1::timestamptz, $2::timestamptz, $3::timestamptz) IS NOT NULL');
}

/** Words of title, place and description, or a part of the title or of the name in addresses. */
function addText(where: Conditions, text: string): void {
  const pattern = containing(text);
  const query = prefixQuery(text);
  const words =
    query === null
      ? 'false'
      : `to_tsvector('english', e.title || ' ' || coalesce(e.place_name, '') || ' ' || e.description)
          @@ to_tsquery('english', ${where.parameter(query)})`;
  where.add(`(e.title ILIKE ? OR e.ref ILIKE ? OR ${words})`, pattern, pattern);
}

function fromRow(row: Row): ListedEvent {
  return {
    ref: row.ref,
    title: row.title,
    recurs: row.recurs,
    status: row.status,
    audience: row.audience,
    board: row.board,
    kind: row.kind,
    when: whenOfOccurrence(row),
  };
}
