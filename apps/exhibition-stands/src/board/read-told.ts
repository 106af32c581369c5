import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { ToldPlace } from './domain/compare.js';
import type { Pairing } from './domain/draft.js';

/** What people of a team were told, and what happened since. */
export interface Told {
  /** Who has which shift as they know it; `null` before anything was published. */
  readonly places: readonly ToldPlace[] | null;
  /** Who cannot do which shift that they had. */
  readonly dropped: readonly Pairing[];
}

const toldPlaces = `
  SELECT EXISTS (SELECT FROM rotas WHERE exhibition_id = $1) AS "isPublished",
    coalesce((SELECT jsonb_agg(jsonb_build_object('shift', shift_id, 'member', team_member_id, 'isLead', is_lead,
        'status', status) ORDER BY shift_id, team_member_id)
      FROM current_assignments WHERE exhibition_id = $1), '[]') AS places`;

/** Reads what people were told of their shifts: the published rota with all that has happened since. */
@Injectable()
export class ReadTold {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Told> {
    const [row]: { isPublished: boolean; places: (ToldPlace & { status: string })[] }[] = await manager.query(
      toldPlaces,
      [exhibitionId],
    );
    const all = row?.places ?? [];
    const hasIt = ({ status }: { status: string }) => status === 'assigned' || status === 'checked-in';
    return {
      places:
        row?.isPublished === true
          ? all.filter(hasIt).map(({ shift, member, isLead }) => ({ shift, member, isLead }))
          : null,
      dropped: all
        .filter(({ status }) => status === 'dropped-out')
        .map(({ shift, member }) => ({ shift, member })),
    };
  }
}
