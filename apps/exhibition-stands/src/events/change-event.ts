import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { checkOptionalText, refuse } from '#checks';
import { unprocessable, valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { CallOffShifts } from '../published/call-off-shifts.js';
import { mustBeOpen } from '../shifts/change-shifts.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { decideBudget, missingToPublish, takeStep } from './domain/event-steps.js';
import { EventCover } from './event-cover.js';
import { TellGuests } from './guests/tell-guests.js';
import { ReadEvents, type PlannedEvent } from './read-events.js';
import { EventReaderRow, StandEventRow } from './stand-event.entity.js';
import { TellEvent } from './tell-event.js';

/** What the hosts of an event are told, and who of the team they are. */
export interface Briefing {
  readonly briefing: string;
  /** Ids of the team. */
  readonly readers: readonly string[];
}

/** Publishes events and calls them off, grants their budgets, briefs their hosts. */
@Injectable()
export class ChangeEvent {
  constructor(
    private readonly plan: ChangePlan,
    private readonly events: ReadEvents,
    private readonly cover: EventCover,
    private readonly tell: TellEvent,
    private readonly guests: TellGuests,
    private readonly callOff: CallOffShifts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`, `exhibition-ended`; 422 for a step that the rules do not allow */
  status(
    actor: Actor,
    seen: SeenThing,
    { to, reason }: { readonly to: string; readonly reason: string },
  ): Promise<PlannedEvent> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, actor: noted, exhibition }) => {
      mustBeOpen(exhibition);
      const before = asSeen(await this.events.one(seen, manager), seen, 'event');
      const { row } = before;
      const missing = missingToPublish(row, exhibition.status);
      const step = valueOf(takeStep({ from: row.status, to, reason, missing }));
      const result = await this.write(manager, before, step);
      const gone = await this.cover.keep(manager, noted, result.row);
      if (gone !== null) {
        // Whoever was to host it by the published rota need not wait for the next publishing to hear of it.
        const telling = { now: this.clock(), correlationId: actor.requestId };
        await this.callOff.run(manager, exhibition, telling, gone);
      }
      const change = { before: row, after: result.row };
      await this.tell.changed(manager, exhibition, change, actor.requestId);
      await this.guests.changed(manager, exhibition, change, actor.requestId);
      const what = step.status === 'published' ? 'published' : 'called off';
      return {
        result,
        change: { action: `Event ${what}: “${row.title}”`, changes: [], reason: step.statusReason },
      };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `exhibition-ended`; 422 */
  budget(
    actor: Actor,
    seen: SeenThing,
    { to, note }: { readonly to: string; readonly note: string },
  ): Promise<PlannedEvent> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, exhibition }) => {
      mustBeOpen(exhibition);
      const before = asSeen(await this.events.one(seen, manager), seen, 'event');
      const { status, budgetStatus, title } = before.row;
      const decided = valueOf(decideBudget({ from: budgetStatus, status, to, note }));
      const result = await this.write(manager, before, decided);
      return { result, change: { action: `Budget ${decided.budgetStatus}: “${title}”`, changes: [] } };
    });
  }

  /** @throws Problem 404; 409 `exhibition-ended`; 422 */
  brief(actor: Actor, seen: SeenThing, { briefing, readers }: Briefing): Promise<PlannedEvent> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, exhibition }) => {
      mustBeOpen(exhibition);
      const before = asSeen(await this.events.one(seen, manager), seen, 'event');
      const text = valueOf(checkOptionalText(briefing, 'briefing', { longest: 5000, manyLines: true })) ?? '';
      const wanted = [...new Set(readers)];
      const known = wanted.every(isId)
        ? await manager.countBy(TeamMemberRow, { id: In(wanted), exhibitionId: exhibition.id })
        : -1;
      if (known !== wanted.length) {
        const { problems } = refuse('readers', 'unknown', 'Choose people who are in the team of this stand.');
        throw unprocessable(problems);
      }
      await manager.delete(EventReaderRow, { standEventId: seen.id });
      await manager.insert(
        EventReaderRow,
        wanted.map((teamMemberId) => ({ standEventId: seen.id, teamMemberId })),
      );
      // The event itself says what it said: nobody else is told.
      await manager.update(StandEventRow, { id: seen.id }, { briefing: text });
      const result = await this.events.one(seen, manager);
      return {
        result,
        change: { action: `Briefing of the hosts: “${before.row.title}”`, changes: [] },
      };
    });
  }

  private async write(
    manager: EntityManager,
    { id, version, exhibition }: PlannedEvent,
    columns: Partial<StandEventRow>,
  ): Promise<PlannedEvent> {
    await manager.update(StandEventRow, { id }, { ...columns, version: version + 1 });
    return this.events.one({ exhibitionId: exhibition.id, id }, manager);
  }
}
