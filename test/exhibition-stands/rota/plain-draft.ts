import type { EntityManager } from 'typeorm';
import { FilledDraft, type FilledRota } from '../../../apps/exhibition-stands/src/rota/fill/filled-draft.js';
import type { RotaAnswer } from '../../../apps/exhibition-stands/src/rota/index.js';

/** Writes what was found over what is not pinned: enough to see what becomes of it. */
export class PlainDraft extends FilledDraft {
  override async write(
    manager: EntityManager,
    { exhibitionId }: FilledRota,
    { assignments }: RotaAnswer,
  ): Promise<void> {
    await manager.query('DELETE FROM draft_assignments WHERE exhibition_id = $1 AND NOT is_pinned', [
      exhibitionId,
    ]);
    await manager.query(
      `INSERT INTO draft_assignments (shift_id, team_member_id, exhibition_id, is_lead, is_pinned, source)
       SELECT slot, person, $1, false, false, 'fill' FROM jsonb_to_recordset($2) AS r (person uuid, slot uuid)
       ON CONFLICT (shift_id, team_member_id) DO NOTHING`,
      [exhibitionId, JSON.stringify(assignments)],
    );
  }
}

/** Writes the same, and then something that the database refuses. */
export class BrokenDraft extends PlainDraft {
  override async write(...args: Parameters<FilledDraft['write']>): Promise<void> {
    await super.write(...args);
    const [manager] = args;
    await manager.query('INSERT INTO draft_assignments (shift_id) VALUES (NULL)');
  }
}

/** Takes a rota of whatever people and shifts. */
export class NoDraft extends FilledDraft {
  override async write(): Promise<void> {}
}
