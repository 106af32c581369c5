import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import { factsOf } from './domain/event-facts.js';
import type { CalendarEvent } from './domain/event.js';

/** A change of an event, as other services and followers are to hear of it. */
export interface EventChange {
  /** `null` for a new event. */
  readonly before: CalendarEvent | null;
  readonly after: CalendarEvent;
  /** The id of the request behind it. */
  readonly correlationId: string;
  /** The event whose later dates it takes over. */
  readonly continues?: string | undefined;
  /** The event that takes over its later dates. */
  readonly continuedBy?: string | undefined;
}

/** At most so many are made at once: each holds an event twice. */
const chunk = 100;

/** Tells of events that readers can see, with the transaction that changes them. What becomes of drafts is nobody's business. */
@Injectable()
export class EventMessages {
  constructor(private readonly outbox: Outbox) {}

  async send(manager: EntityManager, changes: readonly EventChange[]): Promise<void> {
    const told = changes.filter(({ after }) => after.status !== 'draft');
    for (let from = 0; from < told.length; from += chunk) {
      await this.outbox.addAll(manager, told.slice(from, from + chunk).map(messageOf));
    }
  }
}

function messageOf({ before, after, correlationId, continues, continuedBy }: EventChange) {
  const about = { aggregate: { id: after.id, version: after.version }, correlationId };
  const facts = factsOf(after);
  if (before === null || before.status === 'draft') {
    const payload = { before: null, after: facts, continues: continues ?? null };
    return { type: 'events-calendar.event-published.v1' as const, ...about, payload };
  }
  const known = factsOf(before);
  if (after.status === 'cancelled' && before.status !== 'cancelled') {
    return {
      type: 'events-calendar.event-cancelled.v1' as const,
      ...about,
      payload: { before: known, after: facts },
    };
  }
  const payload = { before: known, after: facts, continuedBy: continuedBy ?? null };
  return { type: 'events-calendar.event-changed.v1' as const, ...about, payload };
}
