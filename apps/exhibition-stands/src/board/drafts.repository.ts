import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ShiftPattern } from '../shifts/domain/pattern.js';
import { DraftStepRow } from './draft.entities.js';
import type { Draft, DraftChange, Place } from './domain/draft.js';
import type { StepAct } from './domain/step.js';

/** A draft with how far it has come. */
export interface KeptDraft extends Draft {
  /** The number of its last step; 0 before the first. */
  readonly version: number;
}

/** A step to be written. */
export interface NewStep {
  readonly exhibitionId: string;
  readonly number: number;
  readonly at: Date;
  readonly personId: string | null;
  readonly personName: string;
  readonly act: StepAct;
  readonly changes: readonly DraftChange[];
}

// Whoever has left the team has left the draft: their rows stay for whoever takes them back.
const placesOf = `
  SELECT d.shift_id AS shift, d.team_member_id AS member, d.is_lead AS "isLead", d.is_pinned AS "isPinned", d.source
  FROM draft_assignments d JOIN team_members t ON t.id = d.team_member_id
  WHERE d.exhibition_id = $1 AND t.status <> 'left' ORDER BY d.shift_id, t.name, d.team_member_id`;

/** Where drafts are kept. Whoever writes holds the exhibition's lock. */
@Injectable()
export class DraftsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async read(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<KeptDraft> {
    const [row]: { version: number; forbidden: Draft['forbidden'] }[] = await manager.query(
      `SELECT coalesce((SELECT version FROM drafts WHERE exhibition_id = $1), 0) AS version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('shift', shift_id, 'member', team_member_id)
           ORDER BY shift_id, team_member_id) FROM forbidden_placements WHERE exhibition_id = $1), '[]') AS forbidden`,
      [exhibitionId],
    );
    if (row === undefined) throw new Error('a statement without a table gave no row');
    const places: Place[] = await manager.query(placesOf, [exhibitionId]);
    return { version: row.version, forbidden: row.forbidden, places };
  }

  async version(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<number> {
    const [row]: { version: number }[] = await manager.query(
      'SELECT version FROM drafts WHERE exhibition_id = $1',
      [exhibitionId],
    );
    return row?.version ?? 0;
  }

  async pattern(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ShiftPattern> {
    const [row]: { pattern: ShiftPattern }[] = await manager.query(
      'SELECT pattern FROM drafts WHERE exhibition_id = $1',
      [exhibitionId],
    );
    return row?.pattern ?? {};
  }

  async keepPattern(manager: EntityManager, exhibitionId: string, pattern: ShiftPattern): Promise<void> {
    await manager.query(
      `INSERT INTO drafts (exhibition_id, version, pattern) VALUES ($1, 0, $2)
       ON CONFLICT (exhibition_id) DO UPDATE SET pattern = excluded.pattern`,
      [exhibitionId, JSON.stringify(pattern)],
    );
  }

  /** The steps after a number, the newest first. */
  async stepsAfter(
    exhibitionId: string,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DraftStepRow[]> {
    return manager
      .createQueryBuilder(DraftStepRow, 's')
      .where('s.exhibition_id = :exhibitionId AND s.number > :number', { exhibitionId, number })
      .orderBy('s.number', 'DESC')
      .getMany();
  }

  /** The newest step that can be taken back; `null` where there is none. */
  async lastUndoable(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DraftStepRow | null> {
    return manager
      .createQueryBuilder(DraftStepRow, 's')
      .where(
        `s.exhibition_id = :exhibitionId AND s.undone_in IS NULL AND s.act NOT IN ('undo', 'shifts')
         AND s.changes <> '[]'`,
        { exhibitionId },
      )
      .orderBy('s.number', 'DESC')
      .limit(1)
      .getOne();
  }

  /** Writes a step, and the draft's version with it. */
  async addStep(manager: EntityManager, step: NewStep): Promise<void> {
    await manager.query(
      `INSERT INTO drafts (exhibition_id, version) VALUES ($1, $2)
       ON CONFLICT (exhibition_id) DO UPDATE SET version = excluded.version`,
      [step.exhibitionId, step.number],
    );
    await manager.insert(DraftStepRow, { ...step, changes: [...step.changes], undoneIn: null });
  }

  async markUndone(manager: EntityManager, exhibitionId: string, number: number, by: number): Promise<void> {
    await manager.update(DraftStepRow, { exhibitionId, number }, { undoneIn: by });
  }

  /** Writes changes of places. Those of shifts and people that are gone are passed over. */
  async write(manager: EntityManager, exhibitionId: string, changes: readonly DraftChange[]): Promise<void> {
    const places = changes.filter((change) => change.kind === 'place');
    const forbidden = changes.filter((change) => change.kind === 'forbidden');
    const gone = places.filter(({ after }) => after === null);
    if (gone.length > 0)
      await manager.query(
        `DELETE FROM draft_assignments d USING jsonb_to_recordset($1) AS c (shift uuid, member uuid)
         WHERE d.shift_id = c.shift AND d.team_member_id = c.member`,
        [JSON.stringify(gone)],
      );
    const there = places.flatMap(({ shift, member, after }) => (after ? [{ shift, member, ...after }] : []));
    if (there.length > 0)
      await manager.query(
        `INSERT INTO draft_assignments (shift_id, team_member_id, exhibition_id, is_lead, is_pinned, source)
         SELECT s.id, t.id, $1, c."isLead", c."isPinned", c.source
         FROM jsonb_to_recordset($2)
             AS c (shift uuid, member uuid, "isLead" boolean, "isPinned" boolean, source text)
           JOIN shifts s ON s.id = c.shift AND s.exhibition_id = $1
           JOIN team_members t ON t.id = c.member AND t.exhibition_id = $1 AND t.status <> 'left'
         ON CONFLICT (shift_id, team_member_id) DO UPDATE
           SET is_lead = excluded.is_lead, is_pinned = excluded.is_pinned, source = excluded.source`,
        [exhibitionId, JSON.stringify(there)],
      );
    const [ruled, allowed] = [
      forbidden.filter(({ after }) => after),
      forbidden.filter(({ after }) => !after),
    ];
    if (ruled.length > 0)
      await manager.query(
        `INSERT INTO forbidden_placements (shift_id, team_member_id, exhibition_id)
         SELECT s.id, t.id, $1 FROM jsonb_to_recordset($2) AS c (shift uuid, member uuid)
           JOIN shifts s ON s.id = c.shift AND s.exhibition_id = $1
           JOIN team_members t ON t.id = c.member AND t.exhibition_id = $1
         ON CONFLICT DO NOTHING`,
        [exhibitionId, JSON.stringify(ruled)],
      );
    if (allowed.length > 0)
      await manager.query(
        `DELETE FROM forbidden_placements f USING jsonb_to_recordset($1) AS c (shift uuid, member uuid)
         WHERE f.shift_id = c.shift AND f.team_member_id = c.member`,
        [JSON.stringify(allowed)],
      );
  }
}
