import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import type { Audience } from './domain/stand-event.js';
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
