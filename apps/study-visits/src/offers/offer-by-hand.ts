import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { checkChoice, checkText, problemsOf, type Checked, type FieldProblem } from '#checks';
import { notedActor } from '#people';
import {
  conflict,
  dateOf,
  instantOf,
  notFound,
  Transactions,
  unprocessable,
  valueOf,
  type Actor,
} from '#platform';
import { momentInWords } from '#ui';
import { ApplicationRow } from '../applications/application.entity.js';
import { isId } from '../domain/ids.js';
import {
  liftableLimits,
  organisationKey,
  PlaceCount,
  type Claim,
  type LiftableLimit,
} from '../selection/domain/places.js';
import { obstacleInWords } from '../selection/in-words.js';
import { eligibleFor } from '../selection/read-selection.js';
import { selectionIsTold } from '../selection/selection-is-told.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { PlaceKind, Visit } from '../visits/domain/visit.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { isLate } from './domain/offer.js';
import { OfferRow } from './offer.entity.js';
import { ReadClaims } from './read-claims.js';
import { TellApplicants } from './tell-applicants.js';
import { WriteOffers } from './write-offers.js';

/** A place that staff offer somebody, as it was sent. */
export interface HandOffer {
  readonly countsAs: string;
  /** The applicant reads it. */
  readonly why: string;
  readonly lifts: readonly string[];
}

const kinds = ['general', 'press', 'newcomer'] as const;

/** What staff do with single offers, within the same limits. */
@Injectable()
export class OfferByHand {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly claims: ReadClaims,
    private readonly offers: WriteOffers,
    private readonly tell: TellApplicants,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Offers a place out of turn to somebody who has none: a reserve, or whoever declined or did not answer.
   *
   * @throws Problem 404; 409 `result-not-told`, `has-offer`, `visit-ended`; 422, also for what a limit forbids
   */
  offer(actor: Actor, visitId: string, applicationId: string, input: HandOffer): Promise<void> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const { visit, application, offer } = await this.open(manager, visitId, applicationId);
      if (!(await selectionIsTold(manager, visit.id)))
        throw conflict('result-not-told', 'Tell all applicants the result first.');
      if (offer !== null && offer.status !== 'declined' && offer.status !== 'lapsed') {
        throw conflict(
          'has-offer',
          offer.status === 'withdrawn'
            ? 'This applicant has withdrawn, so no place can be offered to them.'
            : 'This applicant has a place, or is offered one.',
        );
      }
      const { countsAs, why, lifts } = readHandOffer(input);
      if (countsAs !== 'general' && !eligibleFor(application).includes(countsAs)) {
        const message = 'This application does not stand for a place of that kind.';
        throw unprocessable([{ field: 'countsAs', code: 'not-eligible', message }]);
      }
      await this.mustFit(manager, visit, { ...groupOf(application), countsAs, lifts });
      const placements = [{ applicationId: application.id, countsAs, lifts, funded: false, why }];
      await this.offers.run(manager, visit, placements, {
        occasion: 'by-hand',
        correlationId: actor.requestId,
      });
      await this.history.note(manager, visit.id, {
        actor: noted,
        action: `Place offered by hand: ${application.code ?? ''}`,
        reason: why,
        changes: lifts.map((limit) => ({ field: 'Limit set aside', before: '', after: limit })),
      });
    });
  }

  /**
   * Gives somebody longer to answer; one whose time has passed is offered the place again, if it is still free.
   *
   * @param until the first instant that is too late
   * @throws Problem 404; 409 `offer-answered`, `visit-ended`; 422, also for what a limit forbids
   */
  extend(
    actor: Actor,
    visitId: string,
    applicationId: string,
    until: Checked<Temporal.Instant>,
  ): Promise<void> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const { visit, application, offer } = await this.open(manager, visitId, applicationId);
      if (offer === null) throw notFound('There is no such offer.');
      if (offer.status !== 'offered' && offer.status !== 'lapsed')
        throw conflict('offer-answered', 'This offer has been answered, so its deadline stays as it was.');
      const deadline = valueOf(until);
      const isGone = offer.status === 'lapsed';
      if (isLate(deadline, now) || (!isGone && isLate(deadline, instantOf(offer.deadline)))) {
        const message = isGone ? 'Choose a time that is to come.' : 'Choose a later time than they have now.';
        throw unprocessable([{ field: 'until', code: 'too-early', message }]);
      }
      if (deadline.toZonedDateTimeISO(visit.zone).toPlainDate().toString() >= visit.firstDay) {
        const message = 'Choose a time before the visit begins.';
        throw unprocessable([{ field: 'until', code: 'too-late', message }]);
      }
      const { countsAs, lifts, funded } = offer;
      if (isGone) await this.mustFit(manager, visit, { ...groupOf(application), countsAs, lifts });
      await manager.update(
        OfferRow,
        { id: offer.id },
        { status: 'offered', deadline: dateOf(deadline), version: offer.version + 1 },
      );
      await this.tell.offered(manager, visit, [{ application, countsAs, funded, why: null }], {
        occasion: 'extended',
        deadline,
        correlationId: actor.requestId,
      });
      await this.history.note(manager, visit.id, {
        actor: noted,
        action: `Longer to answer: ${application.code ?? ''}`,
        changes: [
          {
            field: 'Answer before',
            before: momentInWords(offer.deadline),
            after: momentInWords(dateOf(deadline)),
          },
        ],
      });
    });
  }

  private async open(manager: EntityManager, visitId: string, applicationId: string) {
    const visit = await this.lock.run(manager, visitId);
    mustNotBeOver(visit);
    const application = isId(applicationId)
      ? await manager.findOneBy(ApplicationRow, { id: applicationId, visitId: visit.id, status: 'submitted' })
      : null;
    if (application === null) throw notFound('There is no such application.');
    const offer = await manager.findOneBy(OfferRow, { applicationId: application.id });
    return { visit, application, offer };
  }

  private async mustFit(manager: EntityManager, visit: Visit, claim: Claim): Promise<void> {
    const rules = await this.claims.rules(manager, visit);
    const obstacle = new PlaceCount(rules, await this.claims.promised(manager, visit.id)).obstacle(claim);
    if (obstacle === null) return;
    const isLimit = obstacle.code === 'organisation-limit' || obstacle.code === 'category-limit';
    const message = obstacleInWords(obstacle);
    throw unprocessable([{ field: isLimit ? 'lifts' : 'countsAs', code: obstacle.code, message }]);
  }
}

const groupOf = ({ organisationId, organisationName, category }: ApplicationRow) => ({
  organisation: organisationKey(organisationId, organisationName),
  category,
});

function readHandOffer({ countsAs, why, lifts }: HandOffer): {
  readonly countsAs: PlaceKind;
  readonly why: string;
  readonly lifts: readonly LiftableLimit[];
} {
  const kind = checkChoice(countsAs, kinds, 'countsAs', 'Which of the places?');
  const reason = checkText(why, 'why', {
    longest: 1000,
    manyLines: true,
    missing: { code: 'reason-missing', message: 'Say why; the applicant reads it.' },
  });
  if (!kind.ok || !reason.ok) throw unprocessable(problemsOf<FieldProblem>(kind, reason));
  return {
    countsAs: kind.value,
    why: reason.value,
    lifts: liftableLimits.filter((each) => lifts.includes(each)),
  };
}
