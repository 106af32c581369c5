import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { conflict, notFound, Transactions, type Actor } from '#platform';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventsRepository } from '../events/events.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ConferenceRow } from './conference.entity.js';
import { FindTwins } from './find-twins.js';
import { OwnEvents } from './own-events.js';
import { ShowConference } from './show-conference.js';

/** Says which event a conference is, where an event that was there before looks the same. */
@Injectable()
export class SettleConference {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly twins: FindTwins,
    private readonly own: OwnEvents,
    private readonly show: ShowConference,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param ref of the event that it is; `null`: none of them, so it gets one of its own
   * @returns the event
   * @throws Problem 404; 409 `settled-already` or `no-twin`
   */
  async run(actor: Actor, id: string, ref: string | null): Promise<CalendarEvent> {
    return this.transactions.run(async (manager) => {
      const conference = await manager.findOne(ConferenceRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (conference === null) throw notFound();
      if (conference.eventId !== null) {
        throw conflict('settled-already', 'Somebody has said already which event this conference is.');
      }
      if (ref === null) return this.show.asNewEvent(manager, conference, actor, this.clock());
      const event = await this.events.lockByRef(manager, ref);
      const twins = await this.twins.of(conference.facts, manager);
      if (event === null || !twins.some((twin) => twin.id === event.id)) {
        throw conflict('no-twin', 'This event is not what it was. Look at the conference again.');
      }
      await this.own.check(event, manager);
      const shown = await this.show.asKnownEvent(manager, conference, event, actor);
      // What delegates are mailed for their calendars has to be this event.
      await this.outbox.add(manager, {
        type: 'events-calendar.conference-linked.v1',
        aggregate: { id: shown.id, version: shown.version },
        correlationId: actor.requestId,
        payload: { conferenceId: conference.id, uid: shown.uid },
      });
      return shown;
    });
  }
}
