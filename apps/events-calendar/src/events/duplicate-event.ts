import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, type Actor } from '#platform';
import { CreateEvent } from './create-event.js';
import { detailsOf } from './domain/changes.js';
import type { CalendarEvent } from './domain/event.js';
import { EventsRepository } from './events.repository.js';
import { noSuchEvent } from './problems.js';

/** Makes a new draft with all that an event says, for next year's, or one much like it. */
@Injectable()
export class DuplicateEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly createEvent: CreateEvent,
  ) {}

  /** @throws Problem 404 */
  async run(actor: Actor, ref: string): Promise<CalendarEvent> {
    return this.transactions.run((manager) => this.add(manager, actor, ref));
  }

  /** The same within a transaction of the caller's. */
  async add(manager: EntityManager, actor: Actor, ref: string): Promise<CalendarEvent> {
    const original = await this.events.findByRef(ref, manager);
    if (!original) throw noSuchEvent();
    const details = detailsOf(original);
    return this.createEvent.add(manager, actor, {
      ...details,
      // What was special about single occurrences belongs to the original's dates.
      recurrence: details.recurrence && { rule: details.recurrence.rule, exceptions: [] },
    });
  }
}
