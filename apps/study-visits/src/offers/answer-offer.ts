import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, instantOf, Transactions, valueOf, type Problem } from '#platform';
import { momentInWords } from '#ui';
import { AskForInvoices } from '../invoicing/ask-for-invoices.js';
import { checkPayer, type PayerInput } from '../invoicing/domain/payer.js';
import { organisationKey, PlaceCount } from '../selection/domain/places.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { travellerOf } from '../travellers/traveller-of.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { WriteTraveller } from '../travellers/write-traveller.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { isLate } from './domain/offer.js';
import { MoveReservesUp } from './move-reserves-up.js';
import { OfferRow } from './offer.entity.js';
import { OpenOffer, type Answering, type OpenedOffer } from './open-offer.js';
import { ReadClaims } from './read-claims.js';
import { TellApplicants } from './tell-applicants.js';

/** 409: somebody else has it by now, or will have. */
const offerLapsed = (deadline: Date): Problem =>
  conflict(
    'offer-lapsed',
    `The place was kept for you until ${momentInWords(deadline)} (London time), and goes to somebody else now.`,
  );

/** Accepts or declines the offer of a place. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenOffer,
    private readonly claims: ReadClaims,
    private readonly write: WriteTraveller,
    private readonly moveUp: MoveReservesUp,
    private readonly tell: TellApplicants,
    private readonly invoices: AskForInvoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the applicant a traveller, and asks for their invoices where it is said who pays. What counts is when the request reached us, not how long it waited; and places are counted
   * again, as their number or the limits may have been lowered since the offer. Does nothing the second time.
   *
   * @param payment who pays; not looked at where the place costs nothing. `null`: they say so later, on their own page
   * @throws Problem 404; 409 `offer-lapsed`, `offer-gone`, `no-place-left`, `visit-ended`, `no-address`; 422 of who pays
   */
  accept(who: Answering, payment: PayerInput | null, correlationId: string): Promise<Traveller> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const opened = await this.open.forAnswer(manager, who);
      const { offer, application, visit } = opened;
      if (offer.status === 'accepted' && offer.travellerId !== null) {
        return travellerOf(await manager.findOneByOrFail(TravellerRow, { id: offer.travellerId }));
      }
      mustBeOpen(opened);
      if (isLate(instantOf(offer.deadline), now)) throw offerLapsed(offer.deadline);
      await this.mustFit(manager, opened);
      const payer =
        payment === null || isFree(opened) ? null : valueOf(checkPayer(payment, payerOf(application)));
      const traveller = await this.write.run(
        manager,
        visit,
        {
          part: 'delegate',
          applicationId: application.id,
          personId: application.personId,
          name: application.name,
          email: application.email,
          phone: application.phone,
          jobTitle: application.jobTitle ?? '',
          organisationId: application.organisationId,
          organisationName: application.organisationName ?? '',
          category: application.category,
          countsAs: offer.countsAs,
          funded: offer.funded,
          replaces: null,
        },
        correlationId,
      );
      await manager.update(
        OfferRow,
        { id: offer.id },
        {
          status: 'accepted',
          travellerId: traveller.id,
          answeredAt: dateOf(now),
          version: offer.version + 1,
        },
      );
      if (payer !== null)
        await this.invoices.run(manager, visit, traveller, payer, correlationId, opened.contact);
      await this.tell.accepted(manager, visit, application, traveller, correlationId);
      return traveller;
    });
  }

  /** Gives the place up; it goes to the next reserve. Does nothing the second time. @throws Problem 404; 409 `offer-gone` */
  decline(who: Answering, correlationId: string): Promise<void> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const opened = await this.open.forAnswer(manager, who);
      const { offer, visit } = opened;
      if (offer.status === 'declined') return;
      mustBeOpen(opened);
      await manager.update(
        OfferRow,
        { id: offer.id },
        { status: 'declined', answeredAt: dateOf(now), version: offer.version + 1 },
      );
      await this.moveUp.run(manager, visit, correlationId);
    });
  }

  private async mustFit(manager: EntityManager, { offer, application, visit }: OpenedOffer): Promise<void> {
    const rules = await this.claims.rules(manager, visit);
    const { organisationId, organisationName, category } = application;
    const obstacle = new PlaceCount(rules, await this.claims.confirmed(manager, visit.id)).obstacle({
      organisation: organisationKey(organisationId, organisationName),
      category,
      countsAs: offer.countsAs,
      lifts: offer.lifts,
    });
    if (obstacle === null) return;
    throw conflict(
      'no-place-left',
      'We are sorry: fewer people can come than we thought when we offered you the place, and all places are taken. We will write to you.',
    );
  }
}

/** Whether there is nothing to pay for the place, and so nobody to name who pays. */
export const isFree = ({ offer, visit }: Pick<OpenedOffer, 'offer' | 'visit'>): boolean =>
  offer.funded || visit.pricePence === 0;

/** An applicant as whoever may pay for them. */
const payerOf = ({ name, organisationId, organisationName }: OpenedOffer['application']) => ({
  name,
  organisationId,
  organisationName: organisationName ?? '',
});

function mustBeOpen({ offer, application, visit }: OpenedOffer): void {
  mustNotBeOver(visit);
  if (offer.status === 'lapsed') throw offerLapsed(offer.deadline);
  if (offer.status === 'offered' && application.status === 'submitted') return;
  throw conflict(
    'offer-gone',
    offer.status === 'accepted'
      ? 'You have accepted the place. If you cannot travel after all, say so on your own page.'
      : 'The place has been given up, so it goes to somebody else.',
  );
}
