import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

/** `selected`: nobody has been told yet; `offered`: they have not answered. */
export type HolderState = 'selected' | 'offered' | 'travels';

/** Somebody who has a place, or is to have one. */
export interface ListedHolder {
  readonly state: HolderState;
  /** `null`: they never applied, as somebody who came in a colleague’s place. */
  readonly applicationId: string | null;
  /** `null`: they have not accepted the place yet. */
  readonly travellerId: string | null;
  readonly name: string;
  readonly organisationName: string | null;
  readonly funded: boolean;
}

/** All who have places, or are to have them: whoever the selection gave one, until all are told; then the offers, and who travels. */
const holders = `
  SELECT 'travels' AS state, t.application_id, t.id AS traveller_id, t.name, t.organisation_name, t.funded
    FROM travellers t WHERE t.visit_id = $1 AND t.part = 'delegate' AND t.status = 'confirmed'
  UNION ALL
  SELECT 'offered', a.id, NULL, a.name, a.organisation_name, o.funded
    FROM offers o JOIN applications a ON a.id = o.application_id WHERE o.visit_id = $1 AND o.status = 'offered'
  UNION ALL
  SELECT 'selected', a.id, NULL, a.name, a.organisation_name, o.funded
    FROM selection_outcomes o JOIN selections s ON s.visit_id = o.visit_id AND s.told_at IS NULL
      JOIN applications a ON a.id = o.application_id AND a.status = 'submitted'
    WHERE o.visit_id = $1 AND o.outcome = 'place'`;

/** Reads whose the funded places of a visit are. */
@Injectable()
export class ReadFunding {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those with a funded place first, by name. */
  of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<ListedHolder[]> {
    return manager.query(
      `SELECT state, application_id AS "applicationId", traveller_id AS "travellerId", name,
         organisation_name AS "organisationName", funded
       FROM (${holders}) h ORDER BY NOT funded, lower(name), application_id, traveller_id`,
      [visitId],
    );
  }

  /** How many are given; under the visit’s lock no other can be meanwhile. */
  async given(visitId: string, manager: EntityManager): Promise<number> {
    const [row]: { given: number }[] = await manager.query(
      `SELECT count(*)::int AS given FROM (${holders}) h WHERE funded`,
      [visitId],
    );
    return row?.given ?? 0;
  }
}
