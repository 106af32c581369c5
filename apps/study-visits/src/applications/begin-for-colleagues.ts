import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson, FindPerson, type Organisation } from '#people';
import { type Actor, conflict, dateOf, forbidden, signInNeeded, unprocessable, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { ApplicationRow } from './application.entity.js';
import { BeginApplication } from './begin-application.js';
import { applyWindow } from './domain/apply-window.js';
import {
  checkColleagues,
  tooManyOfOrganisation,
  type Colleague,
  type ColleagueInput,
} from './domain/colleagues.js';
import { notOpen } from './problems.js';
import { WriteToApplicant } from './write-to-applicant.js';

/** Whom an organisation signs up for a visit. */
export interface WantedColleagues {
  /** Its id or its name in addresses. */
  readonly visit: string;
  readonly organisationId: string;
  readonly colleagues: readonly ColleagueInput[];
}

/** Begins an application for each of several colleagues: all of them or none. Each has a link of their own by mail. */
@Injectable()
export class BeginForColleagues {
  constructor(
    private readonly visits: FindVisit,
    private readonly lockVisit: LockVisit,
    private readonly people: FindPerson,
    private readonly begin: BeginApplication,
    private readonly write: WriteToApplicant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The organisations for which somebody may sign up colleagues, by name. */
  async organisationsOf(personId: string, manager?: EntityManager): Promise<readonly Organisation[]> {
    const belongings = await this.people.organisationsOf(personId, manager);
    return belongings.flatMap(({ organisation, isBookingContact }) =>
      isBookingContact ? [organisation] : [],
    );
  }

  /**
   * @param manager of a transaction of its own
   * @returns their ids, in the order in which they were given
   * @throws Problem 403 for who books for no such organisation; 404; 409 `applications-not-open`, `applications-closed`,
   *   `too-many-of-organisation`; 422 with each line that needs attention: nobody is signed up then
   */
  async within(manager: EntityManager, actor: Actor, wanted: WantedColleagues): Promise<readonly string[]> {
    const now = this.clock();
    const { personId } = actor.identity;
    if (personId === null) throw signInNeeded();
    const colleagues = valueOf(checkColleagues(wanted.colleagues));
    const { id: visitId } = await this.visits.announced(wanted.visit, manager);
    const own = await actingPerson(manager, personId);
    const organisation = (await this.organisationsOf(own, manager)).find(
      ({ id }) => id === wanted.organisationId,
    );
    if (organisation === undefined) throw notTheirContact();
    const visit = await this.lockVisit.run(manager, visitId);
    const window = applyWindow(visit, now);
    if (window !== 'open') throw notOpen(window, visit);
    await this.mustNotBeTooMany(manager, visit, organisation, colleagues.length);
    const known = await this.people.byEmails(
      colleagues.map(({ email }) => email),
      manager,
    );
    await this.mustBeNew(manager, visitId, colleagues, known);
    const ids: string[] = [];
    for (const colleague of colleagues) {
      const row = await this.begin.add(manager, visit, {
        ...colleague,
        personId: known.get(colleague.email.toLowerCase())?.id ?? null,
        organisationId: organisation.id,
        organisationName: organisation.name,
        appliedBy: own,
        appliedByName: actor.identity.name,
      });
      await this.write.signedUp(manager, row, visit, actor.requestId);
      ids.push(row.id);
    }
    return ids;
  }

  /** Those withdrawn within a day count: nobody is to write to any number of strangers by beginning and withdrawing. */
  private async mustNotBeTooMany(
    manager: EntityManager,
    { id: visitId }: Visit,
    { id: organisationId }: Organisation,
    more: number,
  ): Promise<void> {
    const [row]: { already: number }[] = await manager.query(
      `SELECT count(*)::int AS already FROM applications
       WHERE organisation_id = $1 AND visit_id = $2 AND (status <> 'withdrawn' OR withdrawn_at > $3)`,
      [organisationId, visitId, dateOf(this.clock().subtract({ hours: 24 }))],
    );
    const refusal = tooManyOfOrganisation(row?.already ?? 0, more);
    if (refusal !== null) throw conflict('too-many-of-organisation', refusal);
  }

  private async mustBeNew(
    manager: EntityManager,
    visitId: string,
    colleagues: readonly Colleague[],
    known: ReadonlyMap<string, { readonly id: string }>,
  ): Promise<void> {
    const addresses = colleagues.map(({ email }) => email.toLowerCase());
    const rows: { email: string | null; personId: string | null }[] = await manager
      .createQueryBuilder(ApplicationRow, 'application')
      .select(['lower(application.email) AS email', 'application.person_id AS "personId"'])
      .where('application.visitId = :visitId', { visitId })
      .andWhere(`application.status <> 'withdrawn'`)
      .andWhere('(lower(application.email) = ANY(:addresses) OR application.personId = ANY(:people))', {
        addresses,
        people: [...known.values()].map(({ id }) => id),
      })
      .getRawMany();
    const problems = addresses.flatMap((address, index) =>
      rows.some(
        ({ email, personId }) =>
          email === address || (personId !== null && personId === known.get(address)?.id),
      )
        ? [
            {
              field: `colleagues.${index}.email`,
              code: 'applies-already',
              message:
                'There is an application with this address already; they go on with the link in their own mail. Leave this line out.',
            },
          ]
        : [],
    );
    if (problems.length > 0) throw unprocessable(problems);
  }
}

const notTheirContact = () =>
  forbidden(
    'Only a booking-contact of the organisation can sign its people up. Ask us if you should be one.',
  );
