import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ItemChange } from '../itinerary/domain/published.js';
import type { LiveWay } from './domain/live-change.js';
import type { KeptState } from './live-change.entity.js';

/** A change that was made on the way, with who was told of it. */
export interface LiveChange {
  /** Of the publication. */
  readonly number: number;
  readonly itemId: string;
  readonly way: LiveWay;
  readonly why: string;
  readonly before: KeptState;
  readonly itemVersion: number;
  readonly at: Date;
  readonly by: string;
  readonly changes: readonly ItemChange[];
  /** How many travellers were told. */
  readonly told: number;
  /** How many of those who still travel have not said that they have seen it. */
  readonly unseen: number;
}

/** What was changed on the way. */
@Injectable()
export class ReadLiveChanges {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The latest first. */
  of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<LiveChange[]> {
    return manager.query(
      `SELECT l.number, l.item_id AS "itemId", l.way, l.why, l.before, l.item_version AS "itemVersion",
         p.published_at AS at, p.person_name AS by, p.changes, p.told,
         (SELECT count(*)::int FROM itinerary_news n JOIN travellers t ON t.id = n.traveller_id
          WHERE n.visit_id = l.visit_id AND n.number = l.number AND n.seen_at IS NULL AND t.status = 'confirmed') AS unseen
       FROM live_changes l JOIN itinerary_publications p ON p.visit_id = l.visit_id AND p.number = l.number
       WHERE l.visit_id = $1 ORDER BY l.number DESC`,
      [visitId],
    );
  }

  /**
   * What tells whether a page of a visit is as it stands: the number of the latest publication, and how many of those told have
   * seen what they were told.
   */
  async stateOf(visitId: string): Promise<{ readonly number: number; readonly seen: number }> {
    const [state]: { number: number; seen: number }[] = await this.dataSource.query(
      `SELECT (SELECT coalesce(max(number), 0)::int FROM itinerary_publications WHERE visit_id = $1) AS number,
         (SELECT count(*)::int FROM itinerary_news WHERE visit_id = $1 AND seen_at IS NOT NULL) AS seen`,
      [visitId],
    );
    return state ?? { number: 0, seen: 0 };
  }
}

/** The latest change of an item; `null`: it was never changed on the way. @param changes the latest first */
export const latestOf = (changes: readonly LiveChange[], itemId: string): LiveChange | null =>
  changes.find((change) => change.itemId === itemId) ?? null;
