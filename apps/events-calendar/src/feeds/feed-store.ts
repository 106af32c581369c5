import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { markdownToPlainText, renderMarkdown } from '#ui';
import type { CalendarEvent } from '../events/domain/event.js';
import { mayRead, standingOf, visitor, type Reader, type Standing } from '../events/domain/visibility.js';
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

/** One version of an event, as each kind of reader is shown it, so far as one has asked. */
interface Kept {
  readonly version: number;
  readonly shown: Map<Standing, RenderedEvent>;
}

interface Found {
  readonly id: string;
  readonly version: number;
  readonly board: string | null;
}

/** How many events are read at once when none is known yet. */
const chunk = 1000;

/**
 * The VEVENTs of every event that is in a feed, each made once per version of its event and {@link Standing} of its readers:
 * after an edit a feed of thousands is one short query, one event made anew, and the rest put together, whosever it is.
 */
@Injectable()
export class FeedStore {
  private readonly kept = new Map<string, Kept>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly events: EventsRepository,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /**
   * What a reader may see of the calendar, in the order in which the events were made.
   *
   * @param attends ids of events that they take part in, which they are shown whomever these are for
   */
  async collect(
    filter: Filter,
    reader: Reader = visitor,
    attends: readonly string[] = [],
  ): Promise<RenderedEvent[]> {
    const where = new EventConditions().visibleTo(reader).matching(filter);
    const theirs =
      attends.length === 0 ? '' : `OR (e.id = ANY (${where.parameter(attends)}) AND e.status <> 'draft')`;
    const found: Found[] = await this.dataSource.query(
      `SELECT e.id, e.version, e.board FROM events e WHERE (${where.sql}) ${theirs} ORDER BY e.id`,
      where.parameters,
    );
    const made = new Map<string, RenderedEvent | null>();
    for (const event of await this.events.findByIds(attends)) {
      if (event.status !== 'draft') made.set(event.id, this.render(event, reader, true));
    }
    const missing = found.filter((event) => !made.has(event.id) && this.find(event, reader) === null);
    for (let from = 0; from < missing.length; from += chunk) {
      const ids = missing.slice(from, from + chunk).map((event) => event.id);
      for (const event of await this.events.findByIds(ids)) made.set(event.id, this.make(event, reader));
    }
    return found.flatMap((event) => {
      const own = made.get(event.id);
      return (own === undefined ? this.find(event, reader) : own) ?? [];
    });
  }

  /** One event for one reader; `null` when there is none that they may see. */
  async one(ref: string, reader: Reader): Promise<RenderedEvent | null> {
    const event = await this.events.findByRef(ref);
    if (event === null || event.status === 'draft' || !mayRead(event, reader)) return null;
    return this.render(event, reader);
  }

  private find({ id, version, board }: Found, reader: Reader): RenderedEvent | null {
    const kept = this.kept.get(id);
    if (kept?.version !== version) return null;
    return kept.shown.get(standingOf(board, reader)) ?? null;
  }

  /** Makes an event and keeps it for all readers of the same standing. */
  private make(event: CalendarEvent, reader: Reader): RenderedEvent | null {
    // Between the two queries an event may have become one that the reader must not see.
    if (event.status === 'draft' || !mayRead(event, reader)) return null;
    const before = this.kept.get(event.id);
    const shown = before?.version === event.version ? before.shown : new Map<Standing, RenderedEvent>();
    const fresh = this.render(event, reader);
    // Most events have no joining link and are the same for all; then their text is held once.
    const same = [...shown.values()].find(({ vevents }) => vevents === fresh.vevents);
    shown.set(standingOf(event.board, reader), same ?? fresh);
    this.kept.set(event.id, { version: event.version, shown });
    return same ?? fresh;
  }

  /** An event as it is given, for one reader, who may read it. @param attends whether they take part in it */
  render(event: CalendarEvent, reader: Reader, attends: boolean = false): RenderedEvent {
    return { vevents: renderVevents(event, { ...this.viewOf(reader), attends }), zones: zonesOf(event) };
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
