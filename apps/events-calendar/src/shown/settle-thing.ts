import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { conflict, notFound, Transactions, type Actor } from '#platform';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventsRepository } from '../events/events.repository.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { sourceWords } from './domain/source-words.js';
import { FindTwins } from './find-twins.js';
import { OwnEvents } from './own-events.js';
import { ShownThingRow } from './shown-thing.entity.js';
import { ShowThing } from './show-thing.js';
import { thingOf, toldIn } from './told.js';

/** Says which event a conference or the like is, where an event that was there before looks the same. */
@Injectable()
export class SettleThing {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly twins: FindTwins,
    private readonly own: OwnEvents,
    private readonly show: ShowThing,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /**
   * @param ref of the event that it is; `null`: none of them, so it gets one of its own
   * @returns the event
   * @throws Problem 404; 409 `settled-already` or `no-twin`
   */
  async run(actor: Actor, id: string, ref: string | null): Promise<CalendarEvent> {
    return this.transactions.run(async (manager) => {
      const thing = await manager.findOne(ShownThingRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (thing === null) throw notFound();
      if (thing.eventId !== null) {
        throw conflict(
          'settled-already',
          `Somebody has said already which event this ${sourceWords[thing.source].thing} is.`,
        );
      }
      if (ref === null) return this.show.asNewEvent(manager, thing, actor, this.clock());
      const event = await this.events.lockByRef(manager, ref);
      const twins = await this.twins.of(thingOf(toldIn(thing), this.settings.PUBLIC_URL), manager);
      if (event === null || !twins.some((twin) => twin.id === event.id)) {
        throw conflict('no-twin', 'This event is not what it was. Look at the list again.');
      }
      await this.own.check(event, manager);
      const shown = await this.show.asKnownEvent(manager, thing, event, actor);
      if (thing.source !== 'conference') return shown;
      // What delegates are mailed for their calendars has to be this event.
      await this.outbox.add(manager, {
        type: 'events-calendar.conference-linked.v1',
        aggregate: { id: shown.id, version: shown.version },
        correlationId: actor.requestId,
        payload: { conferenceId: thing.id, uid: shown.uid },
      });
      return shown;
    });
  }
}
