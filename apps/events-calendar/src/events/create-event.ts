import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, type Actor, valueOf } from '#platform';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { validateDetails, type DetailsInput } from './domain/details.js';
import type { CalendarEvent, EventDetails } from './domain/event.js';
import { makeRef, makeUid, refBase } from './domain/ref.js';
import { startDay } from './domain/when.js';
import { EventsRepository, type Revision } from './events.repository.js';
import { ensureSeries } from './series.js';

/** Writes a new event, always as a draft: publishing is a step of its own. */
@Injectable()
export class CreateEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(actor: Actor, input: DetailsInput): Promise<CalendarEvent> {
    const { details } = valueOf(validateDetails(input));
    return this.transactions.run((manager) => this.add(manager, actor, details));
  }

  /** The same within a transaction of the caller's. */
  async add(
    manager: EntityManager,
    actor: Actor,
    details: EventDetails,
    revision: Partial<Pick<Revision, 'action' | 'changes'>> = {},
  ): Promise<CalendarEvent> {
    const event = await this.draft(manager, details);
    await ensureSeries(manager, event.series);
    await this.events.add(manager, event, { actor, action: 'created', changes: [], ...revision });
    return event;
  }

  /** A draft with names of its own, not yet written. */
  async draft(manager: EntityManager, details: EventDetails): Promise<CalendarEvent> {
    const id = uuidv7();
    const now = this.clock();
    const { year } = startDay(details.when);
    // Two events of one name made at once must not take the same ref.
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [refBase(year, details.title)]);
    const taken = await this.events.takenRefs(manager, refBase(year, details.title));
    return {
      ...details,
      id,
      ref: makeRef(year, details.title, (ref) => taken.has(ref)),
      uid: makeUid(id, this.settings.UID_DOMAIN),
      status: 'draft',
      statusReason: null,
      replacedBy: null,
      sequence: 0,
      version: 1,
      createdAt: now,
      changedAt: now,
    };
  }
}
