import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LeadFacts } from './domain/leads.js';

/** Reads who can lead, and how many leads each shift needs. */
@Injectable()
export class LeadFactsOf {
  async of(manager: EntityManager, exhibitionId: string): Promise<LeadFacts> {
    const [row]: { needed: [string, number][]; able: string[] }[] = await manager.query(
      `SELECT coalesce((SELECT jsonb_agg(jsonb_build_array(id, leads)) FROM shifts WHERE exhibition_id = $1), '[]') AS needed,
         coalesce((SELECT jsonb_agg(id ORDER BY experience = 'experienced' DESC, lower(name), id) FROM team_members
           WHERE exhibition_id = $1 AND status <> 'left' AND 'lead' = ANY(skills)), '[]') AS able`,
      [exhibitionId],
    );
    return { needed: new Map(row?.needed), canLead: row?.able ?? [] };
  }
}
