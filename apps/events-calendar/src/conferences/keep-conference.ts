import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConferenceFacts } from '#contracts';
import { byItself, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ConferenceRow } from './conference.entity.js';
import { FindTwins } from './find-twins.js';
import { ShowConference } from './show-conference.js';

/** Who changes the calendar when a conference changes, as histories have it. */
export const conferenceRegistration = (correlationId: string): Actor => ({
  identity: byItself('Conference registration'),
  requestId: correlationId,
});

/** Keeps a conference as a message tells of it, unless a newer one has told already, and lets its event follow. */
@Injectable()
export class KeepConference {
  constructor(
    private readonly twins: FindTwins,
    private readonly show: ShowConference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A conference that is new to the calendar gets an event of its own, unless there is one already that looks the same: then
   * staff say which it is, as two events for one conference would be in everybody's calendar twice.
   */
  async run(
    manager: EntityManager,
    facts: ConferenceFacts,
    version: number,
    correlationId: string,
  ): Promise<void> {
    if (!(await this.keepRow(manager, facts, version))) return;
    const conference = await manager.findOneByOrFail(ConferenceRow, { id: facts.id });
    const actor = conferenceRegistration(correlationId);
    if (conference.eventId !== null) {
      await this.show.follow(manager, conference, actor);
      return;
    }
    // Nobody has seen it here, so nobody needs to hear that it is off.
    if (facts.status === 'cancelled') return;
    if ((await this.twins.of(facts, manager)).length > 0) return;
    await this.show.asNewEvent(manager, conference, actor, this.clock());
  }

  /** @returns whether the message is the newest about the conference; its row is locked then */
  private async keepRow(manager: EntityManager, facts: ConferenceFacts, version: number): Promise<boolean> {
    const kept: unknown[] = await manager.query(
      `INSERT INTO conferences AS known (id, facts, version) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, version = excluded.version
       WHERE known.version <= excluded.version
       RETURNING id`,
      [facts.id, JSON.stringify(facts), version],
    );
    return kept.length > 0;
  }
}
