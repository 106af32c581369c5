import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { LiftableLimit } from '../selection/domain/places.js';
import type { OutcomeKind } from '../selection/selection.entities.js';
import type { PlaceKind } from '../visits/domain/visit.js';
import type { OfferStatus } from './domain/offer.js';

/** An applicant with what became of them since all were told. */
export interface ListedOffer {
  readonly applicationId: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisationName: string | null;
  readonly isWithdrawn: boolean;
  readonly outcome: OutcomeKind;
  readonly position: number | null;
  /** `null`: they are offered nothing. */
  readonly offer: {
    readonly status: OfferStatus;
    readonly countsAs: PlaceKind;
    readonly lifts: readonly LiftableLimit[];
    /** Whether the place costs them nothing. */
    readonly funded: boolean;
    readonly deadline: Date;
    readonly answeredAt: Date | null;
  } | null;
}

/** Reads the offers of a visit, and who still waits for one; for staff. */
@Injectable()
export class ReadOffers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those who are offered a place by their deadlines, then the reserves in their order, then the others. */
  async of(visitId: string): Promise<readonly ListedOffer[]> {
    const rows: OfferListRow[] = await this.dataSource.query(
      `SELECT a.id AS "applicationId", a.code, a.name, a.email, a.organisation_name AS "organisationName",
         a.status <> 'submitted' AS "isWithdrawn", o.outcome, o.position, f.status, f.counts_as AS "countsAs", f.lifts,
         f.funded,
         f.deadline, f.answered_at AS "answeredAt"
       FROM selection_outcomes o JOIN applications a ON a.id = o.application_id
         LEFT JOIN offers f ON f.application_id = a.id
       WHERE o.visit_id = $1
       ORDER BY f.id IS NULL, array_position(ARRAY['offered', 'accepted', 'lapsed', 'declined', 'withdrawn'], f.status),
         f.deadline, o.position NULLS LAST, o.rank`,
      [visitId],
    );
    return rows.map(({ status, countsAs, lifts, funded, deadline, answeredAt, ...row }) => ({
      ...row,
      offer:
        status === null || countsAs === null || deadline === null
          ? null
          : { status, countsAs, lifts: lifts ?? [], funded: funded ?? false, deadline, answeredAt },
    }));
  }
}

interface OfferListRow extends Omit<ListedOffer, 'offer'> {
  readonly status: OfferStatus | null;
  readonly countsAs: PlaceKind | null;
  readonly lifts: readonly LiftableLimit[] | null;
  readonly funded: boolean | null;
  readonly deadline: Date | null;
  readonly answeredAt: Date | null;
}
