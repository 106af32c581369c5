import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { CreateEvent } from '../events/create-event.js';
import { diff } from '../events/domain/changes.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { EventsRepository, type Revision } from '../events/events.repository.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { ConferenceRow } from './conference.entity.js';
import { conferenceDetails, conferenceUid, followConference, statusOf } from './domain/conference-event.js';

/** Shows a conference as an event of the calendar. */
@Injectable()
export class ShowConference {
  constructor(
    private readonly createEvent: CreateEvent,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /** Gives it an event of its own, which readers see from then on. */
  async asNewEvent(
    manager: EntityManager,
    { id, facts }: ConferenceRow,
    actor: Actor,
    now: Temporal.Instant,
  ): Promise<CalendarEvent> {
    const draft = await this.createEvent.draft(manager, conferenceDetails(facts, this.addressOf(facts)));
    const uid = conferenceUid(id, this.settings.UID_DOMAIN);
    const event: CalendarEvent = { ...draft, ...statusOf(facts), uid, createdAt: now, changedAt: now };
    await this.events.add(manager, event, { actor, action: 'published', changes: [] });
    await manager.update(ConferenceRow, { id }, { eventId: event.id });
    return event;
  }

  /** Lets its event say what the conference says now, as an edit of which followers are told. */
  async follow(manager: EntityManager, { eventId, facts }: ConferenceRow, actor: Actor): Promise<void> {
    const row = await manager.findOne(EventRow, {
      where: { id: eventId ?? '' },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) return;
    await this.write(manager, eventFromRow(row), facts, actor);
  }

  /**
   * Lets an event that is there already be the conference's, with its name in addresses, its UID and its followers.
   *
   * @param event locked by the caller
   */
  async asKnownEvent(
    manager: EntityManager,
    { id, facts }: ConferenceRow,
    event: CalendarEvent,
    actor: Actor,
  ): Promise<CalendarEvent> {
    await manager.update(ConferenceRow, { id }, { eventId: event.id });
    return this.write(manager, event, facts, actor);
  }

  private async write(
    manager: EntityManager,
    before: CalendarEvent,
    facts: ConferenceRow['facts'],
    actor: Actor,
  ): Promise<CalendarEvent> {
    const after = followConference(before, facts, this.addressOf(facts), this.clock());
    if (after.version === before.version) return before;
    await this.events.update(manager, before, after, {
      actor,
      action: actionOf(before, after),
      reason: after.statusReason,
      changes: diff(before, after),
    });
    return after;
  }

  private addressOf({ path }: ConferenceRow['facts']): string {
    return `${this.settings.PUBLIC_URL}${path}`;
  }
}

function actionOf(before: CalendarEvent, after: CalendarEvent): Revision['action'] {
  if (before.status === after.status) return 'edited';
  if (after.status === 'cancelled') return 'cancelled';
  return before.status === 'cancelled' ? 'reinstated' : 'published';
}
