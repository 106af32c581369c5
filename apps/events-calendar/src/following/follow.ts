import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { Outbox } from '#messaging';
import { conflict, dateOf, forbidden, Transactions, type Actor } from '#platform';
import type { CalendarEvent } from '../events/domain/event.js';
import { mayRead, type Reader } from '../events/domain/visibility.js';
import { homeZone } from '../events/domain/zones.js';
import { EventRow } from '../events/event.entity.js';
import { eventFromRow } from '../events/event-rows.js';
import { noSuchEvent } from '../events/problems.js';
import { ErasedPersonRow } from '../members/erased-person.entity.js';
import { readerOn } from '../members/domain/known-person.js';
import {
  knownPersonColumns,
  knownPersonFrom,
  type KnownPersonColumns,
} from '../members/find-known-person.js';
import { lockPeopleForChanges } from '../members/people-lock.js';
import { PersonRow } from '../members/person.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { Compose, lastEnd } from './compose.js';
import { canBeFollowed } from './domain/can-be-followed.js';
import { FollowRow } from './follow.entity.js';

/** What somebody wants to follow. */
export interface WantedFollow {
  /** The event's name in addresses. */
  readonly ref: string;
  readonly scope: 'event' | 'series';
}

export interface Followed {
  readonly id: string;
  readonly event: CalendarEvent;
  /** False when they followed it already. */
  readonly isNew: boolean;
  /** Whether an invitation is on its way. */
  readonly isInvited: boolean;
}

/** Begins to follow an event or its series. An event comes with an invitation for the reader's own calendar. */
@Injectable()
export class Follow {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly compose: Compose,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @param reader what the person sees by their signing in; mails go by what `members` told, as feeds do
   * @param more done in the same transaction with the follow
   * @throws Problem 403 for somebody erased; 404 for an event they may not see; 409 `not-followable` for one that is over, off
   *   or in no series
   */
  async run(
    { identity, requestId }: Actor,
    reader: Reader,
    { ref, scope }: WantedFollow,
    more: (manager: EntityManager, followId: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<Followed> {
    return this.transactions.run(async (manager) => {
      // Beside merges and erasures, so that neither leaves a follow behind.
      await lockPeopleForChanges(manager);
      const personId = await this.owner(manager, identity.personId);
      const event = await this.event(manager, ref, reader);
      const series = scope === 'series' ? event.series : null;
      if (scope === 'series' ? series === null : !canBeFollowed(event, this.clock())) {
        throw conflict('not-followable', 'This is over or called off, so there is nothing to follow.');
      }
      const { id, isNew } = await this.write(manager, personId, event, series);
      await more(manager, id);
      const isInvited =
        isNew && series === null && (await this.invite(manager, id, personId, event, requestId));
      return { id, event, isNew, isInvited };
    });
  }

  /** The person, or the one that their record was merged into. */
  private async owner(manager: EntityManager, personId: string | null): Promise<string> {
    if (personId === null) throw forbidden('You need to sign in to follow an event.');
    const person = await manager.findOneBy(PersonRow, { id: personId });
    const owner = person?.mergedInto ?? personId;
    if (await manager.existsBy(ErasedPersonRow, { id: owner })) {
      throw forbidden('What we held on you has been erased.');
    }
    return owner;
  }

  /** As it is until the transaction ends: an edit waits, and then finds whoever has begun with this version. */
  private async event(manager: EntityManager, ref: string, reader: Reader): Promise<CalendarEvent> {
    if (ref.includes('\0')) throw noSuchEvent();
    const row = await manager.findOne(EventRow, { where: { ref }, lock: { mode: 'pessimistic_read' } });
    const event = row && eventFromRow(row);
    if (event === null || event.status === 'draft' || !mayRead(event, reader)) throw noSuchEvent();
    return event;
  }

  private async write(
    manager: EntityManager,
    personId: string,
    event: CalendarEvent,
    series: string | null,
  ): Promise<{ id: string; isNew: boolean }> {
    const eventId = series === null ? event.id : null;
    const id = uuidv7();
    const written: unknown[] = await manager.query(
      `INSERT INTO follows (id, person_id, event_id, series, known_version, since) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, personId, eventId, series, series === null ? event.version : 0, dateOf(this.clock())],
    );
    if (written.length > 0) return { id, isNew: true };
    const where = series === null ? { personId, eventId: event.id } : { personId, series };
    return { id: (await manager.findOneByOrFail(FollowRow, where)).id, isNew: false };
  }

  private async invite(
    manager: EntityManager,
    followId: string,
    personId: string,
    event: CalendarEvent,
    correlationId: string,
  ): Promise<boolean> {
    const [row]: KnownPersonColumns[] = await manager.query(
      `SELECT ${knownPersonColumns} FROM people p WHERE p.id = $1`,
      [personId],
    );
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const reader = readerOn(row ? knownPersonFrom(row) : null, today);
    if (!mayRead(event, reader)) return false;
    const mailId = uuidv5(personId, followId);
    await this.outbox.add(manager, {
      type: 'events-calendar.mail-requested.v1',
      aggregate: { id: mailId, version: 1 },
      correlationId,
      payload: {
        mailId,
        kind: 'following',
        personId,
        to: null,
        ...this.compose.invitation(event, reader),
        due: null,
        neededBy: lastEnd(event)?.toString() ?? null,
      },
    });
    return true;
  }
}
