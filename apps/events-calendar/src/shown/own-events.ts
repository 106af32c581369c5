import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { comesFromElsewhere } from '../events/problems.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { ShownThing } from './domain/shown-thing.js';
import { sourceWords } from './domain/source-words.js';
import { ShownThingRow } from './shown-thing.entity.js';
import { thingOf, toldIn } from './told.js';

/** Tells events that are the calendar's own from those that show something of another service, which are changed there. */
@Injectable()
export class OwnEvents {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /** What of another service an event shows; `null`: it is the calendar's own. */
  async shownBy(
    eventId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ShownThing | null> {
    const row = await manager.findOneBy(ShownThingRow, { eventId });
    return row && thingOf(toldIn(row), this.settings.PUBLIC_URL);
  }

  /**
   * @param manager of the transaction that holds the event's lock
   * @throws Problem 403 `comes-from-conference` or `comes-from-stands`
   */
  async check({ id }: { readonly id: string }, manager?: EntityManager): Promise<void> {
    const thing = await this.shownBy(id, manager);
    if (thing !== null) throw comesFromElsewhere(sourceWords[thing.source]);
  }
}
