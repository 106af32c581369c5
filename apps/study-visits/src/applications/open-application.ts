import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import { FindPerson, lockPeopleForChanges } from '#people';
import { forbidden, hashOfLinkSecret, isLinkSecret } from '#platform';
import { isId } from '../domain/ids.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { ApplicationRow } from './application.entity.js';
import { may, type Act, type Viewer } from './domain/rights.js';
import { noSuchApplication, noSuchApplicationLink, notDraft } from './problems.js';

/** Who is meant and who asks: whoever has the link; somebody signed in; staff, of a visit of theirs. */
export type Who =
  | { readonly secret: string }
  | { readonly personId: string; readonly applicationId: string }
  | { readonly visitId: string; readonly applicationId: string };

/** An application, and as what it was opened. */
export interface OpenedApplication {
  readonly row: ApplicationRow;
  readonly visit: Visit;
  readonly viewer: Viewer;
}

export const isByOrganisation = ({ appliedBy, appliedByName }: ApplicationRow): boolean =>
  appliedBy !== null || appliedByName !== null;

/** Finds an application for whoever may see it. */
@Injectable()
export class OpenApplication {
  constructor(
    private readonly visits: FindVisit,
    private readonly lockVisit: LockVisit,
    private readonly people: FindPerson,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404; 403 for a contact once it is submitted */
  async read(who: Who, manager: EntityManager = this.dataSource.manager): Promise<OpenedApplication> {
    const row = await this.row(manager, who);
    const viewer = await this.viewerOf(manager, who, row);
    const visit = await this.visits.byId(row.visitId, manager);
    if (!this.may(viewer, 'read', row)) throw handedOver();
    return { row, visit, viewer };
  }

  /**
   * The same for a change: with its row locked, and its people neither merged nor erased until the transaction ends.
   *
   * @throws Problem 404; 403; 409 `application-submitted`, `application-withdrawn`
   */
  async forChange(manager: EntityManager, who: Who, act: Act): Promise<OpenedApplication> {
    await lockPeopleForChanges(manager);
    const row = await this.row(manager, who, true);
    const visit = await this.visits.byId(row.visitId, manager);
    return this.allowed(manager, who, act, row, visit);
  }

  /** The same with its visit locked as well, before its row, for what counts or gives a code. */
  async underLock(manager: EntityManager, who: Who): Promise<OpenedApplication> {
    await lockPeopleForChanges(manager);
    const { visitId } = await this.row(manager, who);
    const visit = await this.lockVisit.run(manager, visitId);
    const row = await this.row(manager, who, true);
    return { row, visit, viewer: await this.viewerOf(manager, who, row) };
  }

  /** @throws Problem 403, 409 where the viewer may not do so */
  mustBeAllowed({ row, viewer }: OpenedApplication, act: Act): void {
    if (this.may(viewer, act, row)) return;
    if (!this.may(viewer, 'read', row)) throw handedOver();
    throw row.status === 'draft'
      ? forbidden('Only the person whose application it is can do this, with their own link.')
      : notDraft(row.status);
  }

  private may(viewer: Viewer, act: Act, row: ApplicationRow): boolean {
    return may(viewer, act, { status: row.status, isByOrganisation: isByOrganisation(row) });
  }

  private async allowed(
    manager: EntityManager,
    who: Who,
    act: Act,
    row: ApplicationRow,
    visit: Visit,
  ): Promise<OpenedApplication> {
    const opened = { row, visit, viewer: await this.viewerOf(manager, who, row) };
    this.mustBeAllowed(opened, act);
    return opened;
  }

  private async row(manager: EntityManager, who: Who, isLocked = false): Promise<ApplicationRow> {
    const row = await manager.findOne(ApplicationRow, {
      where: whereOf(who),
      ...(isLocked && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (row !== null) return row;
    throw 'secret' in who ? noSuchApplicationLink() : noSuchApplication();
  }

  /** @throws Problem 404 for somebody who is neither whose it is nor a booking-contact of their organisation */
  private async viewerOf(manager: EntityManager, who: Who, row: ApplicationRow): Promise<Viewer> {
    if ('secret' in who) return 'applicant';
    if ('visitId' in who) return 'staff';
    const { person, belongings } = await this.people.withOrganisations(who.personId, manager);
    if (row.personId !== null && row.personId === (person?.id ?? who.personId)) return 'applicant';
    const isContact = belongings.some(
      ({ organisation, isBookingContact }) => isBookingContact && organisation.id === row.organisationId,
    );
    if (isContact && isByOrganisation(row)) return 'contact';
    throw noSuchApplication();
  }
}

const handedOver = () =>
  forbidden(
    'Your colleague has submitted or withdrawn this application, so that it is theirs alone now. You see in your list what became of it.',
  );

function whereOf(who: Who): FindOptionsWhere<ApplicationRow> {
  if ('secret' in who) {
    if (!isLinkSecret(who.secret)) throw noSuchApplicationLink();
    return { secretHash: hashOfLinkSecret(who.secret) };
  }
  if (!isId(who.applicationId)) throw noSuchApplication();
  if (!('visitId' in who)) return { id: who.applicationId };
  if (!isId(who.visitId)) throw noSuchApplication();
  return { id: who.applicationId, visitId: who.visitId };
}
