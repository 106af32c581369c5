import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { CreateEvent } from '../events/create-event.js';
import { diff } from '../events/domain/changes.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { makeUid } from '../events/domain/ref.js';
import { EventsRepository, type Revision } from '../events/events.repository.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { detailsOf, followThing, type ShownThing } from './domain/shown-thing.js';
import { ShownThingRow } from './shown-thing.entity.js';
import { thingOf, toldIn } from './told.js';

/** Shows something of another service as an event of the calendar. */
@Injectable()
export class ShowThing {
  constructor(
    private readonly createEvent: CreateEvent,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /** Gives it an event of its own, which readers see from then on. */
  async asNewEvent(
    manager: EntityManager,
    row: ShownThingRow,
    actor: Actor,
    now: Temporal.Instant,
  ): Promise<CalendarEvent> {
    const { id } = row;
    const thing = this.thingOf(row);
    const { status, statusReason } = thing;
    const draft = await this.createEvent.draft(manager, detailsOf(thing));
    const uid = `${thing.uidPrefix}-${makeUid(id, this.settings.UID_DOMAIN)}`;
    const event: CalendarEvent = { ...draft, status, statusReason, uid, createdAt: now, changedAt: now };
    await this.events.add(manager, event, { actor, action: 'published', changes: [] });
    await manager.update(ShownThingRow, { id }, { eventId: event.id });
    return event;
  }

  /** Lets its event say what its service says now, as an edit of which followers are told. */
  async follow(manager: EntityManager, thing: ShownThingRow, actor: Actor): Promise<void> {
    const row = await manager.findOne(EventRow, {
      where: { id: thing.eventId ?? '' },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) return;
    await this.write(manager, eventFromRow(row), this.thingOf(thing), actor);
  }

  /**
   * Lets an event that is there already show it, with its name in addresses, its UID and its followers.
   *
   * @param event locked by the caller
   */
  async asKnownEvent(
    manager: EntityManager,
    row: ShownThingRow,
    event: CalendarEvent,
    actor: Actor,
  ): Promise<CalendarEvent> {
    await manager.update(ShownThingRow, { id: row.id }, { eventId: event.id });
    return this.write(manager, event, this.thingOf(row), actor);
  }

  private async write(
    manager: EntityManager,
    before: CalendarEvent,
    thing: ShownThing,
    actor: Actor,
  ): Promise<CalendarEvent> {
    const after = followThing(before, thing, this.clock());
    if (after.version === before.version) return before;
    await this.events.update(manager, before, after, {
      actor,
      action: actionOf(before, after),
      reason: after.statusReason,
      changes: diff(before, after),
    });
    return after;
  }

  private thingOf(row: ShownThingRow): ShownThing {
    return thingOf(toldIn(row), this.settings.PUBLIC_URL);
  }
}

function actionOf(before: CalendarEvent, after: CalendarEvent): Revision['action'] {
  if (before.status === after.status) return 'edited';
  if (after.status === 'cancelled') return 'cancelled';
  return before.status === 'cancelled' ? 'reinstated' : 'published';
}
