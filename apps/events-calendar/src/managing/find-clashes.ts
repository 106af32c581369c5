import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { plural, whenInWords } from '#ui';
import { dateOf } from '#platform';
import { clashes, type Clashable } from '../events/domain/clash.js';
import type { CalendarEvent, EventDetails, When } from '../events/domain/event.js';
import { expand } from '../events/domain/expand.js';
import { endInstant, isPast, startInstant } from '../events/domain/when.js';
import { EventsRepository } from '../events/events.repository.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Another event that is on at the same time. */
export interface FoundClash {
  readonly ref: string;
  readonly title: string;
  /** The first of its dates that clash. */
  readonly when: When;
  /** How many more of its dates do. */
  readonly more: number;
}

/** The nil UUID (RFC 9562 §5.9), which no event has: what is not saved yet clashes with everything but itself. */
const notSaved = '00000000-0000-0000-0000-000000000000';

/** As many other events are looked at; who clashes with more has seen enough. */
const mostEvents = 50;

/** More sentences than these nobody reads. */
const mostTold = 5;

/** When another event clashes: "Tuesday 1 December 2026, 10am to 11am, and on 7 more dates". */
export function clashDates({ when, more }: FoundClash, impliedYear: number | null = null): string {
  const words = whenInWords(when, { impliedYear });
  return more === 0 ? words : `${words}, and on ${plural(more, 'more date')}`;
}

/** Finds what is on at the same time as an event. */
@Injectable()
export class FindClashes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The events that clash with the dates of an event that are still to come, if it takes place; the soonest first. */
  async with(details: EventDetails, saved: CalendarEvent | null): Promise<readonly FoundClash[]> {
    const now = this.clock();
    const candidate: Clashable = {
      id: saved?.id ?? notSaved,
      kind: details.kind,
      status: 'published',
      when: details.when,
      recurrence: details.recurrence,
    };
    const others = await this.events.findByIds(await this.near(candidate));
    const found = clashes(candidate, others).filter(({ ours }) => !isPast(ours.when, now));
    return [...Map.groupBy(found, ({ event }) => event.ref)].flatMap(([ref, pairs]) => {
      const [first] = pairs;
      if (first === undefined) return [];
      const dates = new Set(pairs.map(({ theirs }) => theirs.original));
      const title = first.theirs.change?.title ?? first.event.title;
      return [{ ref, title, when: first.theirs.when, more: dates.size - 1 }];
    });
  }

  /** The same, a sentence for each of the first and one for the rest. */
  async inWords(details: EventDetails, saved: CalendarEvent | null): Promise<readonly string[]> {
    const found = await this.with(details, saved);
    const told = found
      .slice(0, mostTold)
      .map((clash) => `The time clashes with “${clash.title}”: ${clashDates(clash)}.`);
    const more = found.length - told.length;
    return more > 0 ? [...told, `It clashes with ${plural(more, 'more event')}.`] : told;
  }

  /** The events that may clash: those with anything on from the beginning of a date to its end. */
  private async near(candidate: Clashable): Promise<readonly string[]> {
    const now = this.clock();
    const own = expand(candidate)
      .map(({ when }) => when)
      .filter((when) => !isPast(when, now));
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT o.event_id AS id FROM occurrences o
       WHERE o.event_id <> $3 AND EXISTS (
         SELECT 1 FROM unnest($1::timestamptz[], $2::timestamptz[]) AS own (starts, ends)
         WHERE o.starts < own.ends AND o.ends > own.starts
       )
       GROUP BY o.event_id ORDER BY min(o.starts) LIMIT ${mostEvents}`,
      [
        own.map((when) => dateOf(startInstant(when))),
        own.map((when) => dateOf(endInstant(when))),
        candidate.id,
      ],
    );
    return rows.map(({ id }) => id);
  }
}
