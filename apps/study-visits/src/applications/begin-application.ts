import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  accepted,
  checkEmail,
  problemsOf,
  refuse,
  type Checked,
  type FieldProblem,
  type Network,
} from '#checks';
import { actingPerson, FindPerson, lockPeopleForChanges } from '#people';
import { type Actor, conflict, dateOf, signInNeeded, Transactions, unprocessable, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { ApplicationLinks } from './application-links.js';
import { ApplicationRow } from './application.entity.js';
import { checkName } from './domain/about.js';
import { applyWindow } from './domain/apply-window.js';
import { notOpen } from './problems.js';
import { WriteToApplicant } from './write-to-applicant.js';

/** How many drafts a network may begin in an hour without signing in: an office may be a whole council, nobody is more. */
export const mostFromNetwork = 40;

/** What a new draft says of whose it is. */
export type NewApplication = Pick<ApplicationRow, 'name' | 'email'> &
  Partial<Omit<ApplicationRow, 'id' | 'visitId' | 'secretHash' | 'linkNumber'>>;

/** Begins applications. Whoever has one that stands is led to it: there is one for each person, address and visit. */
@Injectable()
export class BeginApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: FindVisit,
    private readonly lockVisit: LockVisit,
    private readonly people: FindPerson,
    private readonly links: ApplicationLinks,
    private readonly write: WriteToApplicant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * For whoever is signed in, with what `members` tells of them.
   *
   * @param key the visit's id or its name in addresses
   * @returns the application’s id, whether begun now or before
   * @throws Problem 404; 409 `applications-not-open`, `applications-closed`
   */
  async forPerson(actor: Actor, key: string): Promise<string> {
    const now = this.clock();
    const { id: visitId } = await this.visits.announced(key);
    const { personId } = actor.identity;
    if (personId === null) throw signInNeeded();
    return this.transactions.run(async (manager) => {
      const own = await actingPerson(manager, personId);
      const visit = await this.lockVisit.run(manager, visitId);
      const { person, belongings } = await this.people.withOrganisations(own, manager);
      const email = person?.email ?? null;
      const standing = await this.standing(manager, visitId, own, email);
      const theirs =
        standing.find((row) => row.personId === own) ?? standing.find((row) => row.personId === null);
      if (theirs !== undefined) {
        // Begun by mail, or for them by their organisation, before it was known who they are.
        await manager.update(ApplicationRow, { id: theirs.id }, { personId: own });
        return theirs.id;
      }
      if (standing.length > 0) throw addressTaken();
      const window = applyWindow(visit, now);
      if (window !== 'open') throw notOpen(window, visit);
      const [only, ...more] = belongings;
      const isPlain = only !== undefined && more.length === 0;
      const row = await this.add(manager, visit, {
        personId: own,
        name: person?.name ?? actor.identity.name,
        email,
        phone: person?.phone ?? null,
        jobTitle: person?.jobTitle ?? null,
        organisationId: isPlain ? only.organisation.id : null,
        organisationName: isPlain ? only.organisation.name : null,
      });
      return row.id;
    });
  }

  /**
   * For whoever is not signed in: their link comes by mail, also that of a draft begun before. The answer does not tell which,
   * nor whether a mail was sent: nobody can fill a stranger’s mailbox with us, or learn who applies.
   *
   * @param network from where they ask
   * @throws Problem 404; 409 `applications-not-open`, `applications-closed`; 422 with each field that needs attention
   */
  async byMail(
    key: string,
    typed: { readonly name: string; readonly email: string },
    { network, correlationId }: { readonly network: Network; readonly correlationId: string },
  ): Promise<void> {
    const now = this.clock();
    const announced = await this.visits.announced(key);
    const { name, email } = checkedGuest(typed);
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const visit = await this.lockVisit.run(manager, announced.id);
      const window = applyWindow(visit, now);
      if (window !== 'open') throw notOpen(window, visit);
      if (await this.sentAgain(manager, visit, email, correlationId)) return;
      if ((await this.begunFrom(manager, network)) >= mostFromNetwork) throw tooManyFromNetwork();
      const known = (await this.people.byEmails([email], manager)).get(email.toLowerCase());
      const row = await this.add(manager, visit, {
        personId: known?.id ?? null,
        name,
        email,
        begunFrom: network.words,
      });
      await this.write.link(manager, row, visit, correlationId);
    });
  }

  /**
   * Sends whoever has begun before their link once more, also when it is too late to apply. The answer does not tell whether
   * there is anything.
   *
   * @throws Problem 404; 422
   */
  async askLinkAgain(key: string, typed: string, correlationId: string): Promise<void> {
    const announced = await this.visits.announced(key);
    const email = valueOf(checkGuestEmail(typed));
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const visit = await this.lockVisit.run(manager, announced.id);
      await this.sentAgain(manager, visit, email, correlationId);
    });
  }

  /** @returns whether there is an application that stands, whose link was mailed now or a moment ago */
  private async sentAgain(
    manager: EntityManager,
    visit: Visit,
    email: string,
    correlationId: string,
  ): Promise<boolean> {
    const known = (await this.people.byEmails([email], manager)).get(email.toLowerCase());
    const [standing] = await this.standing(manager, visit.id, known?.id ?? null, email);
    if (standing === undefined) return false;
    if (!this.write.wasJustSent(standing)) await this.write.link(manager, standing, visit, correlationId);
    return true;
  }

  /** Writes a draft. @param manager of a transaction that holds the locks of the people and of the visit */
  async add(manager: EntityManager, { id: visitId }: Visit, own: NewApplication): Promise<ApplicationRow> {
    const id = uuidv7();
    const now = dateOf(this.clock());
    const row: ApplicationRow = {
      id,
      visitId,
      code: null,
      status: 'draft',
      personId: null,
      phone: null,
      jobTitle: null,
      organisationId: null,
      organisationName: null,
      category: null,
      kind: 'member',
      isNewcomer: false,
      answers: {},
      appliedBy: null,
      appliedByName: null,
      linkNumber: 0,
      // Of whoever has no address nobody has the link, and nothing is to follow from the id.
      secretHash: own.email === null ? randomBytes(32) : this.links.hashFor({ id, linkNumber: 0 }),
      linkSentAt: null,
      begunFrom: null,
      startedAt: now,
      changedAt: now,
      submittedAt: null,
      withdrawnAt: null,
      version: 1,
      ...own,
    };
    await manager.insert(ApplicationRow, row);
    return row;
  }

  /** Their application for the visit that is not withdrawn, by who they are, else by the address. */
  async standing(
    manager: EntityManager,
    visitId: string,
    personId: string | null,
    email: string | null,
  ): Promise<ApplicationRow[]> {
    return manager
      .createQueryBuilder(ApplicationRow, 'application')
      .where('application.visitId = :visitId', { visitId })
      .andWhere(`application.status <> 'withdrawn'`)
      .andWhere('(application.personId = :personId OR lower(application.email) = lower(:email))', {
        personId,
        email,
      })
      .orderBy('application.personId IS NULL', 'ASC')
      .getMany();
  }

  private async begunFrom(manager: EntityManager, { words }: Network): Promise<number> {
    // Whoever asks many times at once, for several visits, is counted one after the other.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [words]);
    const [row]: { begun: number }[] = await manager.query(
      'SELECT count(*)::int AS begun FROM applications WHERE begun_from = $1 AND started_at > $2',
      [words, dateOf(this.clock().subtract({ hours: 1 }))],
    );
    return row?.begun ?? 0;
  }
}

/** @throws Problem 422 */
function checkedGuest(typed: { readonly name: string; readonly email: string }) {
  const name = checkName(typed.name, 'name');
  const email = checkGuestEmail(typed.email);
  if (name.ok && email.ok) return { name: name.value, email: email.value };
  throw unprocessable(problemsOf<FieldProblem>(name, email));
}

function checkGuestEmail(typed: string): Checked<string> {
  const email = checkEmail(typed, 'email');
  if (!email.ok) return email;
  return email.value === null
    ? refuse('email', 'missing', 'Enter your email address.')
    : accepted(email.value);
}

const addressTaken = () =>
  conflict(
    'address-taken',
    'Somebody else applies for this visit with your address. Write to us, and we put it right.',
  );

const tooManyFromNetwork = () =>
  unprocessable([
    {
      field: 'email',
      code: 'too-many-from-network',
      message:
        'A great many applications have been begun from your network within the last hour. Sign in, try again in an hour, or write to us.',
    },
  ]);
