import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import type { CalendarEvent, Occurrence } from '../events/domain/event.js';
import { slugInWords } from '../events/domain/slug.js';
import { mayRead, type Reader } from '../events/domain/visibility.js';
import { EventsRepository } from '../events/events.repository.js';
import { SeriesRow } from '../events/series.entity.js';
import { expand } from '../events/domain/expand.js';
import { isPast, startInstant } from '../events/domain/when.js';
import { PersonRow } from '../members/person.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { FollowRow } from './follow.entity.js';

/** Something that a person follows. */
export interface FollowListed {
  readonly id: string;
  readonly since: Date;
  readonly series: { readonly slug: string; readonly name: string } | null;
  /** `null` for a series, and for an event that the reader may not see now. */
  readonly event: CalendarEvent | null;
  /** The event's next date, or its last one. */
  readonly next: Occurrence | null;
  readonly isOver: boolean;
}

/** What people follow. */
@Injectable()
export class ListFollows {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whose follows a signed-in person's are: theirs, or those of the record that theirs was merged into. */
  async ownerOf(personId: string | null): Promise<string> {
    const person = await this.dataSource.manager.findOneBy(PersonRow, { id: personId ?? '' });
    return person?.mergedInto ?? personId ?? '';
  }

  /** Series first, then what is to come, the soonest first, then what is over. */
  async all(owner: string, reader: Reader): Promise<FollowListed[]> {
    const rows = await this.dataSource.manager.find(FollowRow, {
      where: { personId: owner },
      order: { since: 'DESC' },
    });
    const events = await this.events.findByIds(rows.flatMap(({ eventId }) => eventId ?? []));
    const slugs = rows.flatMap(({ series }) => series ?? []);
    const series =
      slugs.length === 0 ? [] : await this.dataSource.manager.findBy(SeriesRow, { slug: In(slugs) });
    const names = new Map(series.map(({ slug, name }) => [slug, name]));
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows
      .map((row) => {
        const found = row.eventId === null ? null : (byId.get(row.eventId) ?? null);
        const slug = row.series;
        return {
          id: row.id,
          since: row.since,
          series: slug === null ? null : { slug, name: names.get(slug) ?? slugInWords(slug) },
          ...this.shown(found && found.status !== 'draft' && mayRead(found, reader) ? found : null),
        };
      })
      .toSorted(inOrder);
  }

  /** One of theirs; `null` when there is none. */
  async one(owner: string, id: string, reader: Reader): Promise<FollowListed | null> {
    return (await this.all(owner, reader)).find((follow) => follow.id === id) ?? null;
  }

  /** What a person follows of an event: itself, its series, or neither. */
  async around(
    owner: string,
    event: CalendarEvent,
  ): Promise<{ event: FollowRow | null; series: FollowRow | null }> {
    const { manager } = this.dataSource;
    const [own, series] = await Promise.all([
      manager.findOneBy(FollowRow, { personId: owner, eventId: event.id }),
      event.series === null ? null : manager.findOneBy(FollowRow, { personId: owner, series: event.series }),
    ]);
    return { event: own, series };
  }

  private shown(event: CalendarEvent | null): Pick<FollowListed, 'event' | 'next' | 'isOver'> {
    if (event === null) return { event, next: null, isOver: false };
    const now = this.clock();
    const dates = expand(event);
    const next = dates.find(({ when }) => !isPast(when, now));
    return { event, next: next ?? dates.at(-1) ?? null, isOver: next === undefined };
  }
}

function inOrder(a: FollowListed, b: FollowListed): number {
  const rank = ({ series, event, isOver }: FollowListed) =>
    series !== null ? 0 : event === null ? 3 : isOver ? 2 : 1;
  return rank(a) - rank(b) || startOf(a) - startOf(b);
}

const startOf = ({ next }: FollowListed): number =>
  next === null ? 0 : startInstant(next.when).epochMilliseconds;
