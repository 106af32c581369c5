import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { unprocessable, Transactions, type Actor, valueOf } from '#platform';
import { OwnEvents } from '../shown/own-events.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CreateEvent } from './create-event.js';
import { diff } from './domain/changes.js';
import { validateDetails, type DetailsInput } from './domain/details.js';
import { changeOf, editOccurrence } from './domain/edit-occurrence.js';
import type { CalendarEvent, EventDetails, OccurrenceChange } from './domain/event.js';
import { editAll, editFrom } from './domain/series-edit.js';
import { EventsRepository } from './events.repository.js';
import { editedMeanwhile, noSuchEvent } from './problems.js';
import { ensureSeries } from './series.js';

export interface Edit {
  /** The version that the person saw. */
  readonly version: number;
  /** How much of a recurring event: this occurrence, it and later ones, or all. */
  readonly scope: 'this' | 'later' | 'all';
  /** Which occurrence, as `OccurrenceException.original`; needed for all scopes but `all`. */
  readonly original: string | null;
}

export interface Edited {
  readonly event: CalendarEvent;
  /** The event that "this and later ones" split off. */
  readonly later: CalendarEvent | null;
  /** Occurrences whose own changes were lost, because the new dates have no such occurrence. */
  readonly dropped: readonly string[];
}

/** Changes what an event says, wholly or from one occurrence on or for one occurrence. */
@Injectable()
export class EditEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly createEvent: CreateEvent,
    private readonly own: OwnEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  async run(actor: Actor, ref: string, edit: Edit, input: DetailsInput): Promise<Edited> {
    const isOne = edit.scope === 'this';
    const { details } = valueOf(validateDetails(isOne ? { ...input, recurrence: null } : input));
    return this.transactions.run(async (manager) => {
      const before = await this.events.lockByRef(manager, ref);
      if (!before) throw noSuchEvent();
      await this.own.check(before, manager);
      if (before.version !== edit.version) throw editedMeanwhile();
      const edited = await this.apply(manager, before, edit, details);
      await this.write(manager, actor, before, edited);
      return edited;
    });
  }

  private async apply(
    manager: EntityManager,
    event: CalendarEvent,
    { scope, original }: Edit,
    details: EventDetails,
  ): Promise<Edited> {
    const now = this.clock();
    if (scope === 'all' || event.recurrence === null) {
      const { event: edited, dropped } = valueOf(editAll(event, details, now));
      return { event: edited, later: null, dropped: dropped.map((exception) => exception.original) };
    }
    if (scope === 'this') return this.one(event, original ?? '', details, now);
    const names = await this.createEvent.draft(manager, details);
    const split = valueOf(
      editFrom(event, original ?? '', details, { id: names.id, ref: names.ref, uid: names.uid }, now),
    );
    return {
      event: split.earlier,
      later: split.later,
      dropped: split.dropped.map((exception) => exception.original),
    };
  }

  private one(event: CalendarEvent, original: string, details: EventDetails, now: Temporal.Instant): Edited {
    const { title, when, format, place, joining, description } = details;
    if (when.type === 'month') {
      throw unprocessable([
        {
          field: 'when.type',
          code: 'occurrence-of-another-kind',
          message: 'One date of an event that repeats needs a date of its own. Give the day.',
        },
      ]);
    }
    const { cancelled } = changeOf(event, original);
    const own: OccurrenceChange = { title, when, format, place, joining, description };
    const change = cancelled ? { ...own, cancelled } : own;
    return { event: valueOf(editOccurrence(event, original, change, now)), later: null, dropped: [] };
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    before: CalendarEvent,
    { event, later }: Edited,
  ): Promise<void> {
    if (event.version !== before.version) {
      await ensureSeries(manager, event.series);
      await this.events.update(manager, before, event, {
        actor,
        action: 'edited',
        changes: diff(before, event),
        ...(later && { continuedBy: later.id }),
      });
    }
    if (later) {
      await ensureSeries(manager, later.series);
      await this.events.add(manager, later, {
        actor,
        action: 'created',
        changes: diff(before, later),
        continues: before.id,
      });
    }
  }
}
