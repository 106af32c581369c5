import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { markdownToPlainText, renderMarkdown } from '#ui';
import type { CalendarEvent } from '../events/domain/event.js';
import { mayRead, visitor, type Reader } from '../events/domain/visibility.js';
import { EventsRepository } from '../events/events.repository.js';
import { EventConditions } from '../listing/conditions.js';
import type { Filter } from '../listing/domain/filter.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { renderVevents, zonesOf, type FeedView } from './domain/render-vevents.js';

/** An event as feeds hold it. */
export interface RenderedEvent {
  readonly vevents: string;
  readonly zones: readonly string[];
}

interface Kept extends RenderedEvent {
  readonly version: number;
}

/** How many events are read at once when none is known yet. */
const chunk = 1000;

/**
 * The VEVENTs of every public event, each made once per version of its event: after an edit a feed of thousands is one
 * short query, one event made anew, and the rest put together.
 */
@Injectable()
export class FeedStore {
  private readonly kept = new Map<string, Kept>();
  private readonly visitors: FeedView;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly events: EventsRepository,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {
    this.visitors = this.viewOf(visitor);
  }

  /** What a visitor may see of the calendar, in the order in which the events were made. */
  async collect(filter: Filter): Promise<RenderedEvent[]> {
    const where = new EventConditions().visibleTo(visitor).matching(filter);
    const found: { id: string; version: number }[] = await this.dataSource.query(
      `SELECT e.id, e.version FROM events e WHERE ${where.sql} ORDER BY e.id`,
      where.parameters,
    );
    const missing = found.filter(({ id, version }) => this.kept.get(id)?.version !== version);
    for (let from = 0; from < missing.length; from += chunk) {
      const ids = missing.slice(from, from + chunk).map((event) => event.id);
      for (const event of await this.events.findByIds(ids)) this.keep(event);
    }
    return found.flatMap(({ id }) => this.kept.get(id) ?? []);
  }

  /** One event for one reader; `null` when there is none that they may see. */
  async one(ref: string, reader: Reader): Promise<RenderedEvent | null> {
    const event = await this.events.findByRef(ref);
    if (event === null || event.status === 'draft' || !mayRead(event, reader)) return null;
    return { vevents: renderVevents(event, this.viewOf(reader)), zones: zonesOf(event) };
  }

  private keep(event: CalendarEvent): void {
    // Between the two queries an event may have become one that visitors must not see.
    if (!mayRead(event, visitor)) {
      this.kept.delete(event.id);
      return;
    }
    const vevents = renderVevents(event, this.visitors);
    this.kept.set(event.id, { version: event.version, vevents, zones: zonesOf(event) });
  }

  private viewOf(reader: Reader): FeedView {
    return {
      addressOf: (ref) => `${this.settings.PUBLIC_URL}/calendar/events/${ref}`,
      reader,
      toPlainText: markdownToPlainText,
      toHtml: renderMarkdown,
    };
  }
}
