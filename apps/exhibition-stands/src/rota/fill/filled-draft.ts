import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RotaAnswer } from '../index.js';
import type { ClaimedFill } from './fill.js';

/** What a rota was found for. */
export type FilledRota = Pick<ClaimedFill, 'id' | 'exhibitionId' | 'askedBy' | 'problem'>;

/** Writes the rota that a fill has found. */
@Injectable()
export class FilledDraft {
  /**
   * Replaces the draft of an exhibition, which the caller has locked, but for what is pinned by now. Shifts and people that
   * are gone by now are left out.
   */
  async write(manager: EntityManager, fill: FilledRota, answer: RotaAnswer): Promise<void> {
    await manager.query('DELETE FROM draft_assignments WHERE exhibition_id = $1 AND NOT is_pinned', [
      fill.exhibitionId,
    ]);
    const leads = leadsOf(fill, answer);
    const rows = answer.assignments.map(({ person, slot }, index) => ({
      person,
      slot,
      isLead: leads.has(index),
    }));
    await manager.query(
      `INSERT INTO draft_assignments (shift_id, team_member_id, exhibition_id, is_lead, is_pinned, source)
       SELECT s.id, t.id, s.exhibition_id, r."isLead", false, 'fill'
       FROM jsonb_to_recordset($2) AS r (person uuid, slot uuid, "isLead" boolean)
       JOIN shifts s ON s.id = r.slot AND s.exhibition_id = $1
       JOIN team_members t ON t.id = r.person AND t.exhibition_id = $1 AND t.status NOT IN ('left', 'declined')
       ON CONFLICT (shift_id, team_member_id) DO NOTHING`,
      [fill.exhibitionId, JSON.stringify(rows)],
    );
  }
}

/** In each shift as many of those who can lead it as it needs, by their place among the assignments. */
function leadsOf({ problem }: FilledRota, { assignments }: RotaAnswer): ReadonlySet<number> {
  const canLead = new Set(problem.people.filter(({ skills }) => skills.includes('lead')).map(({ id }) => id));
  const needed = new Map(problem.slots.map(({ id, leads }) => [id, leads]));
  const chosen = new Set<number>();
  for (const [index, { person, slot }] of assignments.entries()) {
    const open = needed.get(slot) ?? 0;
    if (open === 0 || !canLead.has(person)) continue;
    chosen.add(index);
    needed.set(slot, open - 1);
  }
  return chosen;
}
