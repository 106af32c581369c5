import { Injectable } from '@nestjs/common';
import { OwnEvents } from '../shown/own-events.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventsRepository } from '../events/events.repository.js';
import { noSuchEvent } from '../events/problems.js';
import type { RevisionRow } from '../events/revision.entity.js';

/** An event and its history, as staff see them. */
@Injectable()
export class ReadStaffEvent {
  constructor(
    private readonly events: EventsRepository,
    private readonly own: OwnEvents,
  ) {}

  /** @throws Problem 404 */
  async read(ref: string): Promise<CalendarEvent> {
    // PostgreSQL's text has no NUL, so it would refuse to look.
    const event = ref.includes('\0') ? null : await this.events.findByRef(ref);
    if (!event) throw noSuchEvent();
    return event;
  }

  /** The same, to be changed. @throws Problem 404; 403 for an event that shows something of another service */
  async readForChange(ref: string): Promise<CalendarEvent> {
    const event = await this.read(ref);
    await this.own.check(event);
    return event;
  }

  /** The newest first. */
  history(event: CalendarEvent): Promise<RevisionRow[]> {
    return this.events.history(event.id);
  }

  /** What was changed after a version, the newest first. */
  async since(event: CalendarEvent, version: number): Promise<RevisionRow[]> {
    const history = await this.history(event);
    return history.filter((revision) => revision.version > version);
  }
}
