import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { applyDiff, type Current, type RotaDiff } from './domain/rota-diff.js';

/** How somebody came by a shift. */
export type AssignmentSource = 'rota' | 'stepped-in' | 'swap' | 'staff';

/** What becomes of a part in a shift that somebody has no longer: nothing is left of it, or that they dropped out. */
export type GoneAs = 'removed' | 'dropped-out';

export interface Writing {
  readonly now: Temporal.Instant;
  readonly source: AssignmentSource;
  readonly goneAs: GoneAs;
}

/** What was written. */
export interface Written {
  /** All of the exhibition, as they are now. */
  readonly current: readonly Current[];
  readonly assigned: readonly Current[];
  readonly changed: readonly { readonly before: Current; readonly after: Current }[];
  /** As they were, with the version that says so. */
  readonly unassigned: readonly Current[];
}

/** Writes who has which shift from now on. The caller holds the exhibition's lock. */
@Injectable()
export class WriteCurrent {
  async run(
    manager: EntityManager,
    exhibitionId: string,
    before: readonly Current[],
    diff: RotaDiff,
    writing: Writing,
  ): Promise<Written> {
    const current = applyDiff(before, diff, () => uuidv7());
    const byKey = new Map(current.map((one) => [`${one.shiftId} ${one.memberId}`, one]));
    const now = ({ shiftId, memberId }: Pick<Current, 'shiftId' | 'memberId'>): Current[] => {
      const found = byKey.get(`${shiftId} ${memberId}`);
      return found === undefined ? [] : [found];
    };
    const assigned = diff.assigned.flatMap(({ wanted }) => now(wanted));
    const changed = diff.changed.flatMap((one) =>
      now(one.before).map((after) => ({ before: one.before, after })),
    );
    const unassigned = diff.unassigned.map((one) => ({ ...one, version: one.version + 1 }));
    await this.write(manager, exhibitionId, [...assigned, ...changed.map(({ after }) => after)], writing);
    await this.takeAway(manager, unassigned, writing);
    return { current, assigned, changed, unassigned };
  }

  /** A part in a shift that goes on keeps how it came about, and what has become of it. */
  private async write(
    manager: EntityManager,
    exhibitionId: string,
    rows: readonly Current[],
    { now, source }: Writing,
  ): Promise<void> {
    if (rows.length === 0) return;
    await manager.query(
      `INSERT INTO current_assignments AS c (id, exhibition_id, shift_id, team_member_id, starts_at, ends_at, label, place, stand,
         told_at, is_lead, status, status_at, source, version)
       SELECT n.id, $1, n.shift_id, n.member_id, n.starts_at, n.ends_at, n.label, n.place, n.stand, $3, n.is_lead, n.status,
         $3, $4, n.version
       FROM jsonb_to_recordset($2) AS n (id uuid, shift_id uuid, member_id uuid, starts_at timestamptz, ends_at timestamptz,
         label text, place jsonb, stand text, is_lead boolean, status text, version integer)
       ON CONFLICT (id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, label = excluded.label,
         place = excluded.place, stand = excluded.stand, told_at = excluded.told_at, is_lead = excluded.is_lead,
         status = excluded.status, version = excluded.version,
         status_at = CASE WHEN c.status = excluded.status THEN c.status_at ELSE excluded.status_at END,
         source = CASE WHEN c.status = excluded.status THEN c.source ELSE excluded.source END`,
      [exhibitionId, JSON.stringify(rows.map(rowOf)), now.toString(), source],
    );
  }

  private async takeAway(
    manager: EntityManager,
    gone: readonly Current[],
    { now, goneAs }: Writing,
  ): Promise<void> {
    if (gone.length === 0) return;
    const ids = gone.map(({ id }) => id);
    if (goneAs === 'removed') {
      await manager.query('DELETE FROM current_assignments WHERE id = ANY($1)', [ids]);
      return;
    }
    await manager.query(
      `UPDATE current_assignments SET status = $2, status_at = $3, version = version + 1 WHERE id = ANY($1)`,
      [ids, goneAs, now.toString()],
    );
  }
}

const rowOf = ({ id, shiftId, memberId, terms, status, version }: Current) => ({
  id,
  shift_id: shiftId,
  member_id: memberId,
  starts_at: terms.start.toString(),
  ends_at: terms.end.toString(),
  label: terms.label,
  place: terms.place,
  stand: terms.stand,
  is_lead: terms.isLead,
  status,
  version,
});
