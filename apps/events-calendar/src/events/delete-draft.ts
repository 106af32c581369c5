import { Injectable } from '@nestjs/common';
import { Transactions, valueOf } from '#platform';
import type { CalendarEvent } from './domain/event.js';
import { checkDeletable } from './domain/status.js';
import { EventsRepository } from './events.repository.js';
import { noSuchEvent } from './problems.js';

/** Deletes a draft for good; nothing else of an event can be deleted. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
  ) {}

  /** @throws Problem 404; 422 for an event that has been published */
  async run(ref: string): Promise<CalendarEvent> {
    return this.transactions.run(async (manager) => {
      const event = await this.events.lockByRef(manager, ref);
      if (!event) throw noSuchEvent();
      valueOf(checkDeletable(event));
      await this.events.remove(manager, event);
      return event;
    });
  }
}
