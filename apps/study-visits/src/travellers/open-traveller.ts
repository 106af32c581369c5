import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindPerson } from '#people';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import type { Traveller } from './domain/traveller.js';
import { noSuchTraveller, ReadTravellers } from './read-travellers.js';

/** Which traveller: by their own link, or as staff have them on a page of the visit. */
export type WhichTraveller =
  { readonly secret: string } | { readonly visitId: string; readonly travellerId: string };

/** The same, or as one of an organisation for somebody who books for it. */
export type AnyTraveller =
  | WhichTraveller
  | { readonly personId: string; readonly organisationId: string; readonly travellerId: string };

export interface OpenedTraveller {
  readonly traveller: Traveller;
  readonly visit: Visit;
}

/** Finds a traveller with their visit, by whichever way somebody came. */
@Injectable()
export class OpenTraveller {
  constructor(
    private readonly travellers: ReadTravellers,
    private readonly visits: FindVisit,
    private readonly lock: LockVisit,
    private readonly people: FindPerson,
  ) {}

  /** @throws Problem 404 */
  async read(which: AnyTraveller, manager?: EntityManager): Promise<OpenedTraveller> {
    const traveller = await this.find(which, manager);
    return { traveller, visit: await this.visits.byId(traveller.visitId, manager) };
  }

  /** The same under the lock of the visit. @throws Problem 404 */
  async forChange(which: AnyTraveller, manager: EntityManager): Promise<OpenedTraveller> {
    const { visitId } = await this.find(which, manager);
    const visit = await this.lock.run(manager, visitId);
    const traveller = await this.find(which, manager);
    if (traveller.visitId !== visitId) throw noSuchTraveller();
    return { traveller, visit };
  }

  private async find(which: AnyTraveller, manager: EntityManager | undefined): Promise<Traveller> {
    if ('secret' in which) return this.travellers.bySecret(which.secret, manager);
    if ('visitId' in which) return this.travellers.one(which.visitId, which.travellerId, manager);
    const { personId, organisationId, travellerId } = which;
    const belongings = await this.people.organisationsOf(personId, manager);
    const books = belongings.some(
      ({ organisation, isBookingContact }) => isBookingContact && organisation.id === organisationId,
    );
    if (!books) throw noSuchTraveller();
    return this.travellers.ofOrganisation(organisationId, travellerId, manager);
  }
}
