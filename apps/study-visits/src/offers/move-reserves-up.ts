import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, type EntityManager } from 'typeorm';
import { ApplicationRow } from '../applications/application.entity.js';
import { dateOf } from '#platform';
import { organisationKey, PlaceCount } from '../selection/domain/places.js';
import { givePlaces } from '../selection/domain/select.js';
import { eligibleFor } from '../selection/read-selection.js';
import { selectionIsTold } from '../selection/selection-is-told.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isEnded } from '../visits/domain/status.js';
import type { Visit } from '../visits/domain/visit.js';
import { OfferRow } from './offer.entity.js';
import { ReadClaims } from './read-claims.js';
import { TellApplicants } from './tell-applicants.js';
import { WriteOffers, type Placement } from './write-offers.js';

/** Ends offers whose deadline has passed, and offers what is free to the reserves, in their order. */
@Injectable()
export class MoveReservesUp {
  constructor(
    private readonly claims: ReadClaims,
    private readonly offers: WriteOffers,
    private readonly tell: TellApplicants,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Nobody is moved up before all have been told the result, nor once the visit has begun.
   *
   * @param visit under its lock
   */
  async run(manager: EntityManager, visit: Visit, correlationId: string): Promise<void> {
    const now = this.clock();
    if (isEnded(visit.status) || !(await selectionIsTold(manager, visit.id))) return;
    await this.lapse(manager, visit, now, correlationId);
    if (now.toZonedDateTimeISO(visit.zone).toPlainDate().toString() >= visit.firstDay) return;
    const waiting = await this.waiting(manager, visit.id);
    if (waiting.length === 0) return;
    const rules = await this.claims.rules(manager, visit);
    const count = new PlaceCount(rules, await this.claims.promised(manager, visit.id));
    const placements = givePlaces(count, waiting).map(({ who, countsAs }): Placement => ({
      applicationId: who.id,
      countsAs,
      lifts: [],
      funded: false,
      why: null,
    }));
    await this.offers.run(manager, visit, placements, { occasion: 'moved-up', correlationId });
  }

  private async lapse(
    manager: EntityManager,
    visit: Visit,
    now: Temporal.Instant,
    correlationId: string,
  ): Promise<void> {
    const due = await manager
      .createQueryBuilder(OfferRow, 'offer')
      .where(`offer.visitId = :visit AND offer.status = 'offered' AND offer.deadline <= :now`, {
        visit: visit.id,
        now: dateOf(now),
      })
      .getMany();
    if (due.length === 0) return;
    await manager
      .createQueryBuilder()
      .update(OfferRow)
      // Whoever is offered the place again is not offered a funded one, as that may be another's by then.
      .set({ status: 'lapsed', funded: false, version: () => 'version + 1' })
      .whereInIds(due.map(({ id }) => id))
      .execute();
    const applications = await manager.findBy(ApplicationRow, {
      id: In(due.map(({ applicationId }) => applicationId)),
    });
    await this.tell.lapsed(manager, visit, applications, correlationId);
  }

  private async waiting(manager: EntityManager, visitId: string) {
    const rows: WaitingRow[] = await manager.query(
      `SELECT a.id, a.organisation_id AS "organisationId", a.organisation_name AS "organisationName", a.category, a.kind,
         a.is_newcomer AS "isNewcomer"
       FROM selection_outcomes o JOIN applications a ON a.id = o.application_id
       WHERE o.visit_id = $1 AND o.outcome = 'reserve' AND a.status = 'submitted'
         AND NOT EXISTS (SELECT FROM offers f WHERE f.application_id = a.id)
       ORDER BY o.position`,
      [visitId],
    );
    return rows.map((row) => ({
      id: row.id,
      organisation: organisationKey(row.organisationId, row.organisationName),
      category: row.category,
      eligible: eligibleFor(row),
    }));
  }
}

interface WaitingRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly category: string | null;
  readonly kind: 'member' | 'press';
  readonly isNewcomer: boolean;
}
