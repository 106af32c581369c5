import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationRow } from '../applications/application.entity.js';
import { dateOf } from '#platform';
import type { LiftableLimit } from '../selection/domain/places.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { PlaceKind, Visit } from '../visits/domain/visit.js';
import { deadlineFor } from './domain/offer.js';
import { OfferRow } from './offer.entity.js';
import { TellApplicants, type OfferOccasion } from './tell-applicants.js';

/** A place for somebody. */
export interface Placement {
  readonly applicationId: string;
  readonly countsAs: PlaceKind;
  readonly lifts: readonly LiftableLimit[];
  /** Whether it costs them nothing. */
  readonly funded: boolean;
  /** Why they are offered it, for them to read; `null`: it goes without saying. */
  readonly why: string | null;
}

/** Offers places: each is kept for its applicant until a deadline, and they are told. */
@Injectable()
export class WriteOffers {
  constructor(
    private readonly tell: TellApplicants,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param visit under its lock, where the caller has counted its places */
  async run(
    manager: EntityManager,
    visit: Visit,
    placements: readonly Placement[],
    { occasion, correlationId }: { readonly occasion: OfferOccasion; readonly correlationId: string },
  ): Promise<void> {
    if (placements.length === 0) return;
    const now = this.clock();
    const deadline = deadlineFor(now, visit.acceptanceDays, visit.firstDay);
    const rows = placements.map(({ applicationId, countsAs, lifts, funded }) => ({
      id: uuidv7(),
      visitId: visit.id,
      applicationId,
      countsAs,
      lifts: [...lifts],
      funded,
      status: 'offered' as const,
      deadline: dateOf(deadline),
      offeredAt: dateOf(now),
      answeredAt: null,
      travellerId: null,
      version: 1,
    }));
    // An offer that was declined or has lapsed is made anew.
    await manager.delete(OfferRow, { applicationId: In(rows.map(({ applicationId }) => applicationId)) });
    for (let at = 0; at < rows.length; at += 500) await manager.insert(OfferRow, rows.slice(at, at + 500));
    const applications = await manager.findBy(ApplicationRow, {
      id: In(rows.map(({ applicationId }) => applicationId)),
    });
    const byId = new Map(applications.map((application) => [application.id, application]));
    await this.tell.offered(
      manager,
      visit,
      placements.flatMap(({ applicationId, countsAs, funded, why }) => {
        const application = byId.get(applicationId);
        return application === undefined ? [] : [{ application, countsAs, funded, why }];
      }),
      { occasion, deadline, correlationId },
    );
  }
}
