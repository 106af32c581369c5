import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, Transactions } from '#platform';
import { SeriesRow } from '../events/series.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { Compose, lastEndOfAll } from './compose.js';
import { publicationReaders } from './domain/publication-readers.js';
import { soonestFirst } from './domain/soonest-first.js';
import { newEventsInWords, shortTitle } from './domain/subject-words.js';
import { followsAround } from './find-followers.js';
import { noteAsTold, takePublications, type Publication } from './take-publications.js';
import { TellFollowers } from './tell-followers.js';

/** Tells followers what is new: of all that is new in a series one mail. */
@Injectable()
export class TellPublications {
  constructor(
    private readonly transactions: Transactions,
    private readonly compose: Compose,
    private readonly followers: TellFollowers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In one transaction, once however many replicas try; nothing when it is not due any more or another is at it.
   *
   * @param series that of the notice's event; with it goes all else that waits in it
   */
  async run(noticeId: string, series: string | null): Promise<void> {
    await this.transactions.run(async (manager) => {
      const now = this.clock();
      const taken = await takePublications(manager, noticeId, series, dateOf(now));
      if (taken.length === 0) return;
      const published = taken.filter(({ event }) => event.status === 'published');
      await this.tell(
        manager,
        soonestFirst(published, ({ event }) => event, now),
        series,
      );
      await noteAsTold(manager, taken, dateOf(now));
    });
  }

  private async tell(manager: EntityManager, news: readonly Publication[], slug: string | null) {
    const follows = await followsAround(
      manager,
      slug,
      news.map(({ event }) => event.id),
    );
    const { ofSeries, ofDates } = publicationReaders(
      news.map(({ event, notice }) => ({ eventId: event.id, heardAt: notice.firstAt })),
      follows,
    );
    if (slug !== null) {
      const row = await manager.findOneBy(SeriesRow, { slug });
      const series = { slug, name: row?.name ?? slug };
      for (const { eventIds, people } of ofSeries) {
        const theirs = new Set(eventIds);
        const about = news.filter(({ event }) => theirs.has(event.id));
        await this.send(manager, about, people, {
          titleOf: ([event, ...others]) =>
            event === undefined || others.length > 0
              ? newEventsInWords(others.length + 1, series.name)
              : `${shortTitle(event.title)}: new in ${series.name}`,
          compose: (reader, events) => this.compose.publishedInSeries(events, series, reader),
        });
      }
    }
    for (const publication of news) {
      const { event } = publication;
      await this.send(manager, [publication], ofDates.get(event.id) ?? [], {
        titleOf: () => `${shortTitle(event.title)}: later dates`,
        compose: (reader) => this.compose.published(event, null, reader),
      });
    }
  }

  private async send(
    manager: EntityManager,
    news: readonly Publication[],
    people: readonly string[],
    words: Pick<Parameters<TellFollowers['send']>[1], 'titleOf' | 'compose'>,
  ): Promise<void> {
    await this.followers.send(manager, {
      ...words,
      about: news.map(({ event, notice }) => ({ event, noticeId: notice.id })),
      why: 'published',
      kind: 'event-changes',
      due: null,
      neededUntil: lastEndOfAll,
      correlationId: news[0]?.notice.correlationId ?? '',
      people,
    });
  }
}
