import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import { isId } from '../domain/ids.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import type { Audience } from './domain/stand-event.js';
import { EventGuestRow } from './guests/event-guest.entity.js';
import { EventReaderRow, StandEventRow } from './stand-event.entity.js';

/** An event with the exhibition on whose stand it takes place. */
export interface PlannedEvent {
  readonly id: string;
  readonly version: number;
  readonly row: StandEventRow;
  readonly exhibition: Exhibition;
}

/** What takes place on stands. */
@Injectable()
export class ReadEvents {
  constructor(
    private readonly exhibitions: FindExhibition,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** In the order of time. */
  of(exhibitionId: string): Promise<readonly StandEventRow[]> {
    return this.dataSource.manager.find(StandEventRow, {
      where: { exhibitionId },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that somebody may hear of who has no invitation: published or called off. */
  async heardOf(exhibitionId: string, isSignedIn: boolean): Promise<readonly StandEventRow[]> {
    const audience: Audience[] = isSignedIn ? ['public', 'members'] : ['public'];
    return this.dataSource.manager.find(StandEventRow, {
      where: { exhibitionId, audience: In(audience), status: In(['published', 'cancelled']) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that are to take place yet, or go on: what ends with the exhibition when that is called off. */
  async toCome(
    exhibitionId: string,
    now: Temporal.Instant,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly StandEventRow[]> {
    return manager.find(StandEventRow, {
      where: { exhibitionId, status: 'published', endsAt: MoreThan(dateOf(now)) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** How many guests of these events have an address and have not said no. */
  async toldGuests(eventIds: readonly string[]): Promise<number> {
    return this.dataSource.manager.countBy(EventGuestRow, {
      standEventId: In([...eventIds]),
      status: In(['invited', 'coming']),
      email: Not(IsNull()),
    });
  }

  /** @throws Problem 404, also for one of another exhibition's */
  async one(
    { exhibitionId, id }: Omit<SeenThing, 'version'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlannedEvent> {
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    const found = isId(id)
      ? await manager.findOneBy(StandEventRow, { id, exhibitionId: exhibition.id })
      : null;
    const row = asSeen(found, { version: null }, 'event');
    return { id: row.id, version: row.version, row, exhibition };
  }

  /** Ids of those of the team who read its briefing. */
  async readers(
    eventId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly string[]> {
    const rows = await manager.findBy(EventReaderRow, { standEventId: eventId });
    return rows.map(({ teamMemberId }) => teamMemberId);
  }

  /** How many places are taken, those whom guests bring counted in. */
  async taken(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    const [row]: { taken: number }[] = await manager.query(
      `SELECT coalesce(sum(1 + plus_ones), 0)::integer AS taken FROM event_guests
       WHERE stand_event_id = $1 AND status = 'coming'`,
      [eventId],
    );
    return row?.taken ?? 0;
  }
}
