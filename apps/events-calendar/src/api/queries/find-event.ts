import { Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../../events/domain/event.js';
import { looksLikeRef } from '../../events/domain/ref.js';
import { mayRead, type Reader } from '../../events/domain/visibility.js';
import { EventsRepository } from '../../events/events.repository.js';
import { noSuchEvent } from '../../events/problems.js';
import { readableBy, readsAll } from './readable.js';

/** Events as one reader may know of them. */
@Injectable()
export class FindEvent {
  constructor(private readonly events: EventsRepository) {}

  /** @throws Problem 404 when there is no such event, or none that the reader may read */
  async byRef(ref: string, reader: Reader): Promise<CalendarEvent> {
    const event = looksLikeRef(ref) ? await this.events.findByRef(ref) : null;
    const [seen] = event === null ? [] : await this.asSeenBy(reader, [event]);
    if (seen === undefined) throw noSuchEvent();
    return seen;
  }

  /** Those of these events that the reader may read, in this order. */
  async byIds(ids: readonly string[], reader: Reader): Promise<CalendarEvent[]> {
    const found = await this.events.findByIds([...new Set(ids)]);
    const byId = new Map(found.map((event) => [event.id, event]));
    return this.asSeenBy(
      reader,
      ids.flatMap((id) => byId.get(id) ?? []),
    );
  }

  /** Without the names of replacements that the reader may not know of. */
  private async asSeenBy(reader: Reader, events: readonly CalendarEvent[]): Promise<CalendarEvent[]> {
    const readable = events.filter((event) => mayRead(event, reader));
    const replacements = readable.flatMap(({ replacedBy }) => replacedBy ?? []);
    if (replacements.length === 0 || readsAll(reader)) return readable;
    const where = readableBy(reader).add('e.ref = ANY(?)', replacements);
    const rows: { ref: string }[] = await this.events.dataSource.query(
      `SELECT e.ref FROM events e WHERE ${where.sql}`,
      where.parameters,
    );
    const known = new Set(rows.map((row) => row.ref));
    const isSecret = (ref: string | null) => ref !== null && !known.has(ref);
    return readable.map((event) => (isSecret(event.replacedBy) ? withoutReplacement(event) : event));
  }
}

const withoutReplacement = (event: CalendarEvent): CalendarEvent => ({ ...event, replacedBy: null });
