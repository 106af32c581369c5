import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConferenceFacts } from '#contracts';

/** Keeps a conference as a message tells of it, unless a newer one has told already. */
@Injectable()
export class KeepConference {
  async run(manager: EntityManager, facts: ConferenceFacts, version: number): Promise<void> {
    await manager.query(
      `INSERT INTO known_conferences AS known (id, facts, version) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, version = excluded.version
       WHERE known.version <= excluded.version`,
      [facts.id, JSON.stringify(facts), version],
    );
  }
}
