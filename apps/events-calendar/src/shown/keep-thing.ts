import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { byItself, type Actor } from '#platform';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { sourceWords } from './domain/source-words.js';
import { FindTwins } from './find-twins.js';
import { ShownThingRow } from './shown-thing.entity.js';
import { ShowThing } from './show-thing.js';
import { thingOf, type Told } from './told.js';

/** Keeps a thing as a message tells of it, unless a newer one has told already, and lets its event follow. */
@Injectable()
export class KeepThing {
  constructor(
    private readonly twins: FindTwins,
    private readonly show: ShowThing,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /**
   * A thing that is new to the calendar gets an event of its own, unless there is one already that looks the same: then staff
   * say which it is, as two events for one thing would be in everybody's calendar twice.
   */
  async run(manager: EntityManager, told: Told, version: number, correlationId: string): Promise<void> {
    if (!(await this.keepRow(manager, told, version))) return;
    const row = await manager.findOneByOrFail(ShownThingRow, { id: told.facts.id });
    const actor: Actor = {
      identity: byItself(sourceWords[told.source].actor),
      requestId: correlationId,
    };
    if (row.eventId !== null) {
      await this.show.follow(manager, row, actor);
      return;
    }
    // Nobody has seen it here, so nobody needs to hear that it is off.
    if (told.facts.status === 'cancelled') return;
    if ((await this.twins.of(thingOf(told, this.settings.PUBLIC_URL), manager)).length > 0) return;
    await this.show.asNewEvent(manager, row, actor, this.clock());
  }

  /** @returns whether the message is the newest about the thing; its row is locked then */
  private async keepRow(manager: EntityManager, { source, facts }: Told, version: number): Promise<boolean> {
    const kept: unknown[] = await manager.query(
      `INSERT INTO shown_things AS known (id, source, facts, version) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, version = excluded.version
       WHERE known.version <= excluded.version
       RETURNING id`,
      [facts.id, source, JSON.stringify(facts), version],
    );
    return kept.length > 0;
  }
}
