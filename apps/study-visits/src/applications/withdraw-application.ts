import { Inject, Injectable } from '@nestjs/common';
import { type Actor, conflict, dateOf, Transactions } from '#platform';
import { EndOffer } from '../offers/end-offer.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import { VisitHistory } from '../visits/visit-history.js';
import { ApplicationRow } from './application.entity.js';
import { hasPlace } from './has-place.js';
import { OpenApplication, type Who } from './open-application.js';

/** Who withdraws an application. */
export interface Withdrawing {
  /** Staff who do it for somebody, which the visit’s history says; `null`: the applicant or their contact. */
  readonly actor: Actor | null;
  readonly correlationId: string;
}

/** Withdraws applications. An offer of a place ends, and goes to the next reserve. What somebody said they need is forgotten at once; one may apply anew while one still can. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly details: SensitiveDetails,
    private readonly endOffer: EndOffer,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Withdrawn already, it stays so: a second press is harmless.
   *
   * @throws Problem 403; 404; 409 `has-place` for whoever travels with the visit
   */
  run(who: Who, { actor, correlationId }: Withdrawing): Promise<void> {
    return this.transactions.run(async (manager) => {
      const opened = await this.applications.underLock(manager, who);
      const { row, visit, viewer } = opened;
      if (row.status === 'withdrawn' && viewer !== 'contact') return;
      this.applications.mustBeAllowed(opened, 'withdraw');
      if (await hasPlace(manager, row.id)) throw placeFirst();
      const now = dateOf(this.clock());
      await manager.update(
        ApplicationRow,
        { id: row.id },
        { status: 'withdrawn', withdrawnAt: now, changedAt: now, version: row.version + 1 },
      );
      if (row.status === 'submitted') await this.endOffer.run(manager, visit, row.id, correlationId);
      await this.details.forget(manager, { kind: 'application', id: row.id, visitId: visit.id });
      if (actor !== null) {
        const action = `Application ${row.code ?? 'draft'} withdrawn on somebody’s behalf`;
        await this.history.note(manager, visit.id, { actor, action, changes: [] });
      }
    });
  }
}

const placeFirst = () =>
  conflict(
    'has-place',
    'A place on the visit came of this application. To give it back, use the traveller’s own page, or write to us.',
  );
