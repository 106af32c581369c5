import { Injectable } from '@nestjs/common';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { InjectDataSource } from '@nestjs/typeorm';
import { doneBy, type Actor } from '#platform';
import type { FieldChange } from './domain/changes.js';
import type { CalendarEvent } from './domain/event.js';
import { expand } from './domain/expand.js';
import { EventMessages } from './event-messages.js';
import { EventRow } from './event.entity.js';
import { eventFromRow, eventToRow, occurrenceToRow } from './event-rows.js';
import { OccurrenceRow } from './occurrence.entity.js';
import { RevisionRow } from './revision.entity.js';

/** Rows in one statement: the database takes 65,535 parameters. */
const mostAtOnce = 1000;

/** What is recorded beside a change of an event. */
export interface Revision {
  readonly actor: Actor;
  readonly action: 'created' | 'edited' | 'published' | 'postponed' | 'cancelled' | 'reinstated' | 'imported';
  readonly reason?: string | null;
  readonly changes: readonly FieldChange[];
  /** The id of the event whose later dates this new one takes over. */
  readonly continues?: string;
  /** The id of the event that takes over its later dates. */
  readonly continuedBy?: string;
}

/** An event that changed. */
export interface Update {
  /** As it was, which the caller has locked. */
  readonly before: CalendarEvent;
  readonly event: CalendarEvent;
  readonly revision: Revision;
}

/** PostgreSQL's text holds every character but NUL, and refuses a question about it. */
const isText = (value: string): boolean => !value.includes('\0');

@Injectable()
export class EventsRepository {
  constructor(
    @InjectDataSource() readonly dataSource: DataSource,
    private readonly messages: EventMessages,
  ) {}

  async findByRef(
    ref: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CalendarEvent | null> {
    if (!isText(ref)) return null;
    const row = await manager.findOneBy(EventRow, { ref });
    return row && eventFromRow(row);
  }

  /** The event, locked until the transaction ends, so that two editors cannot both change the same version. */
  async lockByRef(manager: EntityManager, ref: string): Promise<CalendarEvent | null> {
    if (!isText(ref)) return null;
    const row = await manager.findOne(EventRow, { where: { ref }, lock: { mode: 'pessimistic_write' } });
    return row && eventFromRow(row);
  }

  async findByIds(ids: readonly string[]): Promise<CalendarEvent[]> {
    if (ids.length === 0) return [];
    const rows = await this.dataSource.manager.findBy(EventRow, { id: In([...ids]) });
    return rows.map(eventFromRow);
  }

  async findByRefs(refs: readonly string[]): Promise<CalendarEvent[]> {
    if (refs.length === 0) return [];
    const rows = await this.dataSource.manager.findBy(EventRow, { ref: In([...refs]) });
    return rows.map(eventFromRow);
  }

  /** Which of these refs are taken already, and every ref that begins with `base`. */
  async takenRefs(manager: EntityManager, base: string): Promise<ReadonlySet<string>> {
    const rows: { ref: string }[] = await manager.query(
      `SELECT ref FROM events WHERE ref = $1 OR ref LIKE $2`,
      [base, `${base.replaceAll(/[\\%_]/g, String.raw`\$&`)}-%`],
    );
    return new Set(rows.map((row) => row.ref));
  }

  /** Writes a new event with its occurrences and the first line of its history, and tells of it unless it is a draft. */
  async add(manager: EntityManager, event: CalendarEvent, revision: Revision): Promise<void> {
    await this.addAll(manager, [event], revision);
  }

  /** The same for many new events of one origin, in few statements. */
  async addAll(manager: EntityManager, events: readonly CalendarEvent[], revision: Revision): Promise<void> {
    if (events.length === 0) return;
    await manager.insert(EventRow, events.map(eventToRow));
    await this.writeOccurrences(manager, events);
    await manager.insert(
      RevisionRow,
      events.map((event) => revisionRow(event, revision)),
    );
    const { actor, continues } = revision;
    await this.messages.send(
      manager,
      events.map((after) => ({ before: null, after, correlationId: actor.requestId, continues })),
    );
  }

  /** Writes an event that changed, its occurrences made anew, and a line of its history, and tells of it unless it is a draft. */
  async update(
    manager: EntityManager,
    before: CalendarEvent,
    event: CalendarEvent,
    revision: Revision,
  ): Promise<void> {
    await this.updateAll(manager, [{ before, event, revision }]);
  }

  /** The same for many events, in few statements. */
  async updateAll(manager: EntityManager, updates: readonly Update[]): Promise<void> {
    if (updates.length === 0) return;
    const events = updates.map(({ event }) => event);
    await manager.upsert(EventRow, events.map(eventToRow), ['id']);
    await manager.delete(OccurrenceRow, { eventId: In(events.map(({ id }) => id)) });
    await this.writeOccurrences(manager, events);
    await manager.insert(
      RevisionRow,
      updates.map(({ event, revision }) => revisionRow(event, revision)),
    );
    await this.messages.send(
      manager,
      updates.map(({ before, event, revision: { actor, continuedBy } }) => ({
        before,
        after: event,
        correlationId: actor.requestId,
        continuedBy,
      })),
    );
  }

  async remove(manager: EntityManager, event: CalendarEvent): Promise<void> {
    await manager.delete(EventRow, { id: event.id });
  }

  /** An event's history, newest first. */
  async history(eventId: string): Promise<RevisionRow[]> {
    return this.dataSource.manager.find(RevisionRow, { where: { eventId }, order: { version: 'DESC' } });
  }

  private async writeOccurrences(manager: EntityManager, events: readonly CalendarEvent[]): Promise<void> {
    const rows = events.flatMap((event) =>
      expand(event).map((occurrence) => occurrenceToRow(event, occurrence)),
    );
    for (let from = 0; from < rows.length; from += mostAtOnce) {
      await manager.insert(OccurrenceRow, rows.slice(from, from + mostAtOnce));
    }
  }
}

function revisionRow(event: CalendarEvent, { actor, action, reason, changes }: Revision): RevisionRow {
  return {
    eventId: event.id,
    version: event.version,
    at: new Date(event.changedAt.epochMilliseconds),
    ...doneBy(actor),
    action,
    reason: reason ?? null,
    changes: changes.map((change) => ({ ...change })),
  };
}
