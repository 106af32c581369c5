import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { memberStatuses } from './domain/organisation.js';

/** What the numbers over time are counted from. */
@Injectable()
export class MembershipsRepository {
  /**
   * Corrects the day on which an organisation joined or left last, in what the numbers over time are counted from.
   *
   * @param on ISO date; `null`: not known
   */
  async correct(
    manager: EntityManager,
    id: string,
    what: 'joined' | 'left',
    on: string | null,
  ): Promise<void> {
    await manager.query(
      `UPDATE membership_changes SET on_date = $2 WHERE id = (
         SELECT id FROM membership_changes
         WHERE organisation_id = $1 AND (coalesce(from_status, '') = ANY ($3)) <> $4 AND (status = ANY ($3)) = $4
         ORDER BY recorded_at DESC, id DESC LIMIT 1)`,
      [id, on, memberStatuses, what === 'joined'],
    );
  }

  /** The day on which it left before it joined last; `null` when it joined once, or it is not known. */
  async leftBefore(manager: EntityManager, id: string): Promise<string | null> {
    const [left] = await manager.query<{ on: string | null }[]>(
      `SELECT on_date AS "on" FROM membership_changes WHERE organisation_id = $1 AND status = 'left'
         AND recorded_at < (SELECT max(recorded_at) FROM membership_changes
           WHERE organisation_id = $1 AND coalesce(from_status, 'left') = 'left' AND status = ANY ($2))
       ORDER BY recorded_at DESC LIMIT 1`,
      [id, memberStatuses],
    );
    return left?.on ?? null;
  }
}
