import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, refuse } from '#checks';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { mustBeOpen } from '../shifts/change-shifts.js';
import { budgetAfter } from './domain/event-steps.js';
import { checkEvent, type EventDetails, type EventInput } from './domain/stand-event.js';
import { EventCover } from './event-cover.js';
import { TellGuests } from './guests/tell-guests.js';
import { eventInWords } from './in-words.js';
import { ReadEvents, type PlannedEvent } from './read-events.js';
import { StandEventRow } from './stand-event.entity.js';
import { TellEvent } from './tell-event.js';

/** Writes what takes place on a stand, and keeps the rota, other apps and guests in step with it. */
@Injectable()
export class KeepEvents {
  constructor(
    private readonly plan: ChangePlan,
    private readonly events: ReadEvents,
    private readonly cover: EventCover,
    private readonly tell: TellEvent,
    private readonly guests: TellGuests,
  ) {}

  /** @throws Problem 404; 409 `exhibition-ended`; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, exhibitionId: string, input: EventInput): Promise<PlannedEvent> {
    return this.plan.within(manager, actor, exhibitionId, async ({ actor: noted, exhibition }) => {
      mustBeOpen(exhibition);
      const details = valueOf(checkEvent(input, exhibition));
      const id = uuidv7();
      await manager.insert(StandEventRow, {
        ...columnsOf(details),
        budgetStatus: valueOf(budgetAfter(null, details.budgetPence)),
        id,
        exhibitionId: exhibition.id,
        status: 'draft',
        version: 1,
      });
      const result = await this.events.one({ exhibitionId: exhibition.id, id }, manager);
      await this.cover.keep(manager, noted, result.row);
      const changes = changesBetween(null, eventInWords(result.row, exhibition.zone));
      return { result, change: { action: `Event added: “${details.title}”`, changes } };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `event-cancelled`, `exhibition-ended`; 422 */
  edit(actor: Actor, seen: SeenThing, input: EventInput): Promise<PlannedEvent> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, actor: noted, exhibition }) => {
      mustBeOpen(exhibition);
      const before = asSeen(await this.events.one(seen, manager), seen, 'event');
      if (before.row.status === 'cancelled')
        throw conflict('event-cancelled', 'This event is called off, so it stays as it was.');
      const details = valueOf(checkEvent(input, exhibition));
      const budgetStatus = valueOf(budgetAfter(before.row, details.budgetPence));
      const taken = await this.events.taken(seen.id, manager);
      if (details.capacity < taken)
        valueOf(
          refuse('capacity', 'fewer-than-coming', `${taken} are coming already. Enter ${taken} or more.`),
        );
      if (isSame(before.row, details)) return { result: before, change: null };
      const columns = { ...columnsOf(details), budgetStatus, version: before.version + 1 };
      await manager.update(StandEventRow, { id: seen.id }, columns);
      const result = await this.events.one(seen, manager);
      await this.cover.keep(manager, noted, result.row);
      const correlationId = actor.requestId;
      await this.tell.changed(manager, exhibition, { before: before.row, after: result.row }, correlationId);
      await this.guests.changed(
        manager,
        exhibition,
        { before: before.row, after: result.row },
        correlationId,
      );
      return {
        result,
        change: { action: `Event changed: “${details.title}”`, changes: between(before, result) },
      };
    });
  }

  /** Whether an event says already what a form says: a second press of its button. */
  saysAlready({ row, exhibition }: PlannedEvent, input: EventInput): boolean {
    const checked = checkEvent(input, exhibition);
    return checked.ok && isSame(row, checked.value);
  }

  /** Only a draft; others are called off. @throws Problem 404; 409 `edited-meanwhile`, `event-published` */
  remove(actor: Actor, seen: SeenThing): Promise<PlannedEvent> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, actor: noted }) => {
      const before = asSeen(await this.events.one(seen, manager), seen, 'event');
      if (before.row.status !== 'draft')
        throw conflict(
          'event-published',
          'People have heard of this event, so it cannot be deleted. Call it off instead.',
        );
      await this.cover.keep(manager, noted, before.row, true);
      await manager.delete(StandEventRow, { id: seen.id });
      return { result: before, change: { action: `Event deleted: “${before.row.title}”`, changes: [] } };
    });
  }
}

const columnsOf = ({ start, end, ...details }: EventDetails) => ({
  ...details,
  startsAt: dateOf(start),
  endsAt: dateOf(end),
});

const isSame = (row: StandEventRow, details: EventDetails): boolean => {
  const { startsAt, endsAt, ...columns } = columnsOf(details);
  return (
    row.startsAt.getTime() === startsAt.getTime() &&
    row.endsAt.getTime() === endsAt.getTime() &&
    row.title === columns.title &&
    row.hostName === columns.hostName &&
    row.summary === columns.summary &&
    row.capacity === columns.capacity &&
    row.audience === columns.audience &&
    row.hostsNeeded === columns.hostsNeeded &&
    row.budgetPence === columns.budgetPence
  );
};

const between = (before: PlannedEvent, after: PlannedEvent) => {
  const { zone }: Pick<Exhibition, 'zone'> = after.exhibition;
  return changesBetween(eventInWords(before.row, zone), eventInWords(after.row, zone));
};
