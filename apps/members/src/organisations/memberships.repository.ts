import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { memberStatuses } from './domain/organisation.js';

/** The day on which an organisation joined or left, as it is known now. */
export interface Correction {
  /** The organisation's id. */
  readonly id: string;
  /** ISO date; `null`: not known. */
  readonly on: string | null;
}

/** What the numbers over time are counted from. */
@Injectable()
export class MembershipsRepository {
  /** Corrects the days on which organisations joined or left last, in what the numbers over time are counted from. */
  async correct(
    manager: EntityManager,
    what: 'joined' | 'left',
    corrections: readonly Correction[],
  ): Promise<void> {
    if (corrections.length === 0) return;
    await manager.query(
      `UPDATE membership_changes m SET on_date = c.on_date
       FROM unnest($1::uuid[], $2::date[]) AS c (id, on_date)
       CROSS JOIN LATERAL (
         SELECT l.id FROM membership_changes l
         WHERE l.organisation_id = c.id AND (coalesce(l.from_status, '') = ANY ($3)) <> $4 AND (l.status = ANY ($3)) = $4
         ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1) last
       WHERE m.id = last.id`,
      [corrections.map(({ id }) => id), corrections.map(({ on }) => on), memberStatuses, what === 'joined'],
    );
  }

  /**
   * The day on which each of these organisations left before it joined last; those that joined once, or of which it is not
   * known, are left out.
   */
  async leftBefore(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const left: { id: string; on: string | null }[] = await manager.query(
      `SELECT DISTINCT ON (l.organisation_id) l.organisation_id AS id, l.on_date::text AS "on" FROM membership_changes l
       WHERE l.organisation_id = ANY ($1) AND l.status = 'left'
         AND l.recorded_at < (SELECT max(j.recorded_at) FROM membership_changes j
           WHERE j.organisation_id = l.organisation_id AND coalesce(j.from_status, 'left') = 'left' AND j.status = ANY ($2))
       ORDER BY l.organisation_id, l.recorded_at DESC`,
      [ids, memberStatuses],
    );
    return new Map(left.flatMap(({ id, on }) => (on === null ? [] : [[id, on]])));
  }
}
