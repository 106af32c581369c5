import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { whenInWords } from '#ui';
import type { EventDetails, When } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import { endInstant, isPast, overlaps, startInstant } from '../events/domain/when.js';
import { dateOf, whenFromColumns } from '../events/stored-when.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Another event, one date of it, that is on at the same time. */
export interface Clash {
  readonly ref: string;
  readonly title: string;
  readonly when: When;
}

interface Row {
  readonly ref: string;
  readonly title: string;
  readonly when_type: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly zone: string;
}

/** More than these nobody reads. */
const mostTold = 5;

/** As many candidates are looked at; a recurring event may clash on each of its dates. */
const mostFound = 100;

/** Which other events are on at the same time as one. */
@Injectable()
export class FindClashes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The dates of other events, drafts among them, that overlap one that is still to come; the soonest first. Deadlines
   * and what only has a month take nobody's time.
   *
   * @param ownRef the event itself, which does not clash with its own dates; `null` for a new one
   */
  async find(
    event: Pick<EventDetails, 'kind' | 'when' | 'recurrence'>,
    ownRef: string | null,
  ): Promise<readonly Clash[]> {
    if (event.kind === 'deadline' || event.when.type === 'month') return [];
    const now = this.clock();
    const own = expand(event)
      .filter(({ when, cancelled }) => cancelled === null && !isPast(when, now))
      .map(({ when }) => when);
    if (own.length === 0) return [];
    const rows: Row[] = await this.dataSource.query(
      `SELECT e.ref, coalesce(o.title, e.title) AS title, o.when_type, o.starts, o.ends, o.first_day,
         o.last_day, o.zone
       FROM occurrences o JOIN events e ON e.id = o.event_id
       WHERE e.status <> 'cancelled' AND e.kind <> 'deadline' AND o.cancelled_reason IS NULL
         AND o.when_type <> 'month' AND e.ref IS DISTINCT FROM $3
         AND EXISTS (
           SELECT 1 FROM unnest($1::timestamptz[], $2::timestamptz[]) AS own (starts, ends)
           WHERE o.starts < own.ends AND o.ends > own.starts
         )
       ORDER BY o.starts, e.ref LIMIT ${mostFound}`,
      [own.map((when) => dateOf(startInstant(when))), own.map((when) => dateOf(endInstant(when))), ownRef],
    );
    return rows.map(fromRow).filter((other) => own.some((when) => overlaps(when, other.when)));
  }

  /** A sentence for each of the first clashes, and one for the rest. */
  async inWords(
    event: Pick<EventDetails, 'kind' | 'when' | 'recurrence'>,
    ownRef: string | null,
  ): Promise<readonly string[]> {
    const clashes = await this.find(event, ownRef);
    const told = clashes
      .slice(0, mostTold)
      .map(({ title, when }) => `The time clashes with “${title}”: ${whenInWords(when)}.`);
    const more = clashes.length - told.length;
    return more > 0 ? [...told, `It clashes with ${more} more.`] : told;
  }
}

function fromRow(row: Row): Clash {
  const when = whenFromColumns({
    whenType: row.when_type,
    startsAt: row.starts,
    endsAt: row.ends,
    firstDay: row.first_day,
    lastDay: row.last_day,
    month: null,
    zone: row.zone,
  });
  return { ref: row.ref, title: row.title, when };
}
