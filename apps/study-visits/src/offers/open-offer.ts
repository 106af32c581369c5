import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import { FindPerson, lockPeopleForChanges } from '#people';
import { hashOfLinkSecret, isLinkSecret, notFound, type Problem } from '#platform';
import { ApplicationRow } from '../applications/application.entity.js';
import { isId } from '../domain/ids.js';
import type { InvoiceContact } from '../invoicing/ask-for-invoices.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { OfferRow } from './offer.entity.js';

/** Who answers: whoever has the applicant’s link; the applicant, or who books for their organisation, signed in. */
export type Answering =
  { readonly secret: string } | { readonly personId: string; readonly applicationId: string };

/** An offer with what it is about. */
export interface OpenedOffer {
  readonly offer: OfferRow;
  readonly application: ApplicationRow;
  readonly visit: Visit;
  /** Who books for their organisation and answers for them; `null`: they answer themselves, or the other has no address. */
  readonly contact: InvoiceContact | null;
  /** Whether whoever answers is known to belong to the applicant’s organisation. */
  readonly isOfOrganisation: boolean;
}

/** Who answers, where they may. */
type Answerer = Pick<OpenedOffer, 'contact' | 'isOfOrganisation'>;

/** 404: they are offered nothing here; whether somebody else is, is not theirs to know. */
export const noSuchOffer = (): Problem => notFound('There is no offer of a place for you here.');

/** Finds an offer for whoever may answer it. */
@Injectable()
export class OpenOffer {
  constructor(
    private readonly visits: FindVisit,
    private readonly lockVisit: LockVisit,
    private readonly people: FindPerson,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404 */
  async read(who: Answering, manager: EntityManager = this.dataSource.manager): Promise<OpenedOffer> {
    const application = await manager.findOneBy(ApplicationRow, whereOf(who));
    const answerer = application === null ? null : await this.answerer(manager, who, application);
    if (application === null || answerer === null) throw noSuchOffer();
    const offer = await manager.findOneBy(OfferRow, { applicationId: application.id });
    if (offer === null) throw noSuchOffer();
    return { ...answerer, offer, application, visit: await this.visits.byId(offer.visitId, manager) };
  }

  /** The same under the visit’s lock, for an answer. @throws Problem 404 */
  async forAnswer(manager: EntityManager, who: Answering): Promise<OpenedOffer> {
    await lockPeopleForChanges(manager);
    const { visit } = await this.read(who, manager);
    await this.lockVisit.run(manager, visit.id);
    // What was read before the lock may be another by now.
    return this.read(who, manager);
  }

  /** @returns `null`: they may not answer */
  private async answerer(
    manager: EntityManager,
    who: Answering,
    application: ApplicationRow,
  ): Promise<Answerer | null> {
    // Whoever has no more than the link may have named any organisation.
    if ('secret' in who) return { contact: null, isOfOrganisation: false };
    const { person, belongings } = await this.people.withOrganisations(who.personId, manager);
    const own = belongings.filter(({ organisation }) => organisation.id === application.organisationId);
    const isOfOrganisation = own.length > 0;
    if (application.personId !== null && application.personId === (person?.id ?? who.personId))
      return { contact: null, isOfOrganisation };
    if (person === null || !own.some(({ isBookingContact }) => isBookingContact)) return null;
    const { id: personId, name, email } = person;
    return { contact: email === null ? null : { personId, name, email }, isOfOrganisation };
  }
}

function whereOf(who: Answering): FindOptionsWhere<ApplicationRow> {
  if ('secret' in who) {
    if (!isLinkSecret(who.secret)) throw noSuchOffer();
    return { secretHash: hashOfLinkSecret(who.secret) };
  }
  if (!isId(who.applicationId)) throw noSuchOffer();
  return { id: who.applicationId };
}
