import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkOptionalText } from '#checks';
import { notedActor } from '#people';
import { conflict, notFound, Transactions, valueOf, type Actor, type Problem } from '#platform';
import { ApplicationRow } from '../applications/application.entity.js';
import { isId } from '../domain/ids.js';
import { AskForInvoices } from '../invoicing/ask-for-invoices.js';
import { EndCharges } from '../invoicing/end-charges.js';
import { LastPayer } from '../invoicing/last-payer.js';
import { OfferRow } from '../offers/offer.entity.js';
import { OutcomeRow } from '../selection/selection.entities.js';
import { selectionIsTold } from '../selection/selection-is-told.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { travellerOf } from '../travellers/traveller-of.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import type { Visit } from '../visits/domain/visit.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import type { PlaceHolder } from './place-holder.js';
import { ReadFunding } from './read-funding.js';
import { WriteOfFunding } from './write-of-funding.js';

/** What staff decide of one place, as it was sent. */
export interface FundingInput {
  readonly funded: boolean;
  /** For the history; staff alone read it. */
  readonly why: string;
}

/** 409: whoever it is has no place, or has it no longer. */
const noPlace = (): Problem =>
  conflict('no-place', 'They have no place and are offered none, so there is nothing to fund.');

/** Says that a place costs its traveller nothing, or that it costs what it costs others; the money follows. */
@Injectable()
export class FundPlace {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly funding: ReadFunding,
    private readonly charges: EndCharges,
    private readonly payers: LastPayer,
    private readonly invoices: AskForInvoices,
    private readonly write: WriteOfFunding,
    private readonly history: VisitHistory,
  ) {}

  /**
   * Does nothing where it is so already. Whoever has been invoiced has all of it credited; whoever’s place is funded no longer is
   * invoiced as before, or asked who pays. Those who know of the place are told by mail.
   *
   * @throws Problem 404; 409 `no-place`, `no-funded-place-left`, `visit-ended`; 422
   */
  run(actor: Actor, visitId: string, holder: PlaceHolder, input: FundingInput): Promise<void> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const visit = await this.lock.run(manager, visitId);
      mustNotBeOver(visit);
      const why = valueOf(checkOptionalText(input.why, 'why', { longest: 1000, manyLines: true }));
      const found = await find(manager, visit, holder);
      if (found.funded === input.funded) return;
      if (input.funded && (await this.funding.given(visit.id, manager)) >= visit.fundedPlaces) {
        throw conflict('no-funded-place-left', noneLeft(visit.fundedPlaces));
      }
      await this.set(manager, visit, found, input.funded, actor.requestId);
      await this.history.note(manager, visit.id, {
        actor: noted,
        action: `${input.funded ? 'Place funded' : 'Place funded no longer'}: ${found.mark}`,
        reason: why,
        changes: [],
      });
    });
  }

  private async set(
    manager: EntityManager,
    visit: Visit,
    found: Found,
    funded: boolean,
    correlationId: string,
  ): Promise<void> {
    switch (found.state) {
      case 'selected':
        // They read of it in the offer.
        await manager.update(
          OutcomeRow,
          { visitId: visit.id, applicationId: found.application.id },
          { funded },
        );
        return;
      case 'offered':
        await manager.update(OfferRow, { id: found.offer.id }, { funded, version: found.offer.version + 1 });
        await this.write.toApplicant(manager, visit, found.application, funded, correlationId);
        return;
      case 'travels':
        await this.setTraveller(manager, visit, found.traveller, funded, correlationId);
    }
  }

  private async setTraveller(
    manager: EntityManager,
    visit: Visit,
    { id, version }: Traveller,
    funded: boolean,
    correlationId: string,
  ): Promise<void> {
    await manager.update(TravellerRow, { id }, { funded, version: version + 1 });
    await manager.update(OfferRow, { travellerId: id }, { funded });
    const traveller = travellerOf(await manager.findOneByOrFail(TravellerRow, { id }));
    if (funded) {
      const reason = `The place on ${visit.title} is funded`;
      const pence = await this.charges.run(manager, { travellerId: id, reason, correlationId });
      await this.write.toTraveller(manager, visit, traveller, pence > 0 ? 'credited' : 'free', correlationId);
      return;
    }
    const payer = await this.payers.ofTraveller(id, manager);
    const isInvoiced =
      payer !== null &&
      traveller.email !== null &&
      (await this.invoices.run(manager, visit, traveller, payer, correlationId)) > 0;
    await this.write.toTraveller(manager, visit, traveller, isInvoiced ? 'invoiced' : 'asked', correlationId);
  }
}

type Found = { readonly funded: boolean; readonly mark: string } & (
  | { readonly state: 'selected'; readonly application: ApplicationRow }
  | { readonly state: 'offered'; readonly application: ApplicationRow; readonly offer: OfferRow }
  | { readonly state: 'travels'; readonly traveller: Traveller }
);

async function find(manager: EntityManager, visit: Visit, holder: PlaceHolder): Promise<Found> {
  if ('travellerId' in holder) return travelling(manager, visit, holder.travellerId);
  const { applicationId } = holder;
  const application = isId(applicationId)
    ? await manager.findOneBy(ApplicationRow, { id: applicationId, visitId: visit.id })
    : null;
  if (application === null) throw notFound('There is no such application.');
  const mark = application.code ?? '';
  if (!(await selectionIsTold(manager, visit.id))) {
    const row = await manager.findOneBy(OutcomeRow, { visitId: visit.id, applicationId, outcome: 'place' });
    if (row === null || application.status !== 'submitted') throw noPlace();
    return { state: 'selected', application, funded: row.funded, mark };
  }
  const offer = await manager.findOneBy(OfferRow, { applicationId });
  // Whoever has accepted since the page was opened travels.
  if (offer?.status === 'accepted' && offer.travellerId !== null)
    return travelling(manager, visit, offer.travellerId);
  if (offer?.status !== 'offered') throw noPlace();
  return { state: 'offered', application, offer, funded: offer.funded, mark };
}

async function travelling(manager: EntityManager, visit: Visit, id: string): Promise<Found> {
  const row = isId(id) ? await manager.findOneBy(TravellerRow, { id, visitId: visit.id }) : null;
  if (row === null) throw notFound('There is no such traveller.');
  if (row.part !== 'delegate' || row.status !== 'confirmed') throw noPlace();
  const traveller = travellerOf(row);
  return { state: 'travels', traveller, funded: traveller.funded, mark: `traveller ${traveller.number}` };
}

const noneLeft = (places: number): string =>
  places === 0
    ? 'This visit has no funded places. Say among its places how many it has.'
    : places === 1
      ? 'The one funded place is given. Take it back from whoever has it first.'
      : `All ${places} funded places are given. Take one back from somebody first.`;
