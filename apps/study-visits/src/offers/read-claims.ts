import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  organisationKey,
  type Claim,
  type LiftableLimit,
  type PlaceRules,
} from '../selection/domain/places.js';
import { rulesOf } from '../selection/run-selection.js';
import { SelectionRow } from '../selection/selection.entities.js';
import type { PlaceKind, Visit } from '../visits/domain/visit.js';

interface ClaimRow {
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly category: string | null;
  readonly countsAs: PlaceKind;
  readonly lifts: readonly LiftableLimit[];
  readonly funded: boolean;
}

/** Somebody who has a place or is offered one, and whether it is a funded one. */
export type FundedClaim = Claim & { readonly funded: boolean };

/** Reads who has places, to be counted under the visit’s lock. */
@Injectable()
export class ReadClaims {
  /** The limits as they are now, with what the selection decided of kept places. */
  async rules(manager: EntityManager, visit: Visit): Promise<PlaceRules> {
    const selection = await manager.findOneBy(SelectionRow, { visitId: visit.id });
    return rulesOf(visit, selection?.rules?.releaseUnfilled ?? false);
  }

  /** Delegates who travel. A limit that was set aside for somebody is set aside for whoever comes in their place. */
  async confirmed(manager: EntityManager, visitId: string): Promise<readonly FundedClaim[]> {
    const rows: ClaimRow[] = await manager.query(
      `SELECT t.organisation_id AS "organisationId", t.organisation_name AS "organisationName", t.category,
         t.counts_as AS "countsAs", coalesce(o.lifts, '{}') AS lifts, t.funded
       FROM travellers t LEFT JOIN offers o ON o.traveller_id = t.id
       WHERE t.visit_id = $1 AND t.part = 'delegate' AND t.status = 'confirmed'`,
      [visitId],
    );
    return rows.map(claimOf);
  }

  /** The same with those who are offered a place, which is kept for them. */
  async promised(manager: EntityManager, visitId: string): Promise<readonly FundedClaim[]> {
    const rows: ClaimRow[] = await manager.query(
      `SELECT a.organisation_id AS "organisationId", a.organisation_name AS "organisationName", a.category,
         o.counts_as AS "countsAs", o.lifts, o.funded
       FROM offers o JOIN applications a ON a.id = o.application_id
       WHERE o.visit_id = $1 AND o.status = 'offered'`,
      [visitId],
    );
    return [...(await this.confirmed(manager, visitId)), ...rows.map(claimOf)];
  }
}

const claimOf = ({ organisationId, organisationName, ...row }: ClaimRow): FundedClaim => ({
  ...row,
  organisation: organisationKey(organisationId, organisationName),
});
