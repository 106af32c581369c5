import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { byItself } from '#platform';
import { revise } from '../events/domain/changes.js';
import { EventsRepository } from '../events/events.repository.js';
import { RevisionRow } from '../events/revision.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { erasedName, namesThem } from './domain/forgotten.js';
import { hashOfAddress } from './keep-person.js';

/** Takes a person off the events that name them as the one to ask, and out of what their histories say of that. */
@Injectable()
export class ForgetContact {
  constructor(
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param emailHash of the person's address
   * @returns how many events named them
   */
  async run(manager: EntityManager, emailHash: Buffer): Promise<number> {
    const found: { ref: string }[] = await manager.query(
      `SELECT ref FROM events WHERE organiser_email IS NOT NULL
       AND sha256(convert_to(lower(trim(organiser_email)), 'UTF8')) = $1 ORDER BY id`,
      [emailHash],
    );
    for (const { ref } of found) await this.takeOff(manager, ref);
    await this.clearHistories(manager, emailHash);
    return found.length;
  }

  /** As an edit, so that the event's page and people's calendars lose the name too. */
  private async takeOff(manager: EntityManager, ref: string): Promise<void> {
    const event = await this.events.lockByRef(manager, ref);
    if (event === null) return;
    const after = revise(event, { ...event, organiser: null }, this.clock());
    await this.events.update(manager, event, after, {
      actor: { identity: byItself('Erasure of personal data'), requestId: 'erasure' },
      action: 'edited',
      changes: [{ field: 'organiser', before: erasedName, after: '' }],
    });
  }

  private async clearHistories(manager: EntityManager, emailHash: Buffer): Promise<void> {
    const rows = await manager
      .createQueryBuilder(RevisionRow, 'revision')
      .where(`revision.changes @> '[{"field": "organiser"}]'`)
      .getMany();
    const clear = (text: string) =>
      namesThem(text, (address) => hashOfAddress(address).equals(emailHash)) ? erasedName : text;
    for (const { eventId, version, changes } of rows) {
      const cleared = changes.map((change) =>
        change.field === 'organiser'
          ? { ...change, before: clear(change.before), after: clear(change.after) }
          : change,
      );
      if (JSON.stringify(cleared) === JSON.stringify(changes)) continue;
      await manager.update(RevisionRow, { eventId, version }, { changes: cleared });
    }
  }
}
