import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkEmail } from '#checks';
import { FindPerson } from '#people';
import { dateOf, Transactions, unprocessable, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ApplicationLinks } from './application-links.js';
import { ApplicationRow } from './application.entity.js';
import { BeginApplication } from './begin-application.js';
import { checkAbout, type About, type AboutInput } from './domain/about.js';
import { aboutMark, aboutOf, isStale, type Seen } from './marks.js';
import { isByOrganisation, OpenApplication, type OpenedApplication, type Who } from './open-application.js';
import { OrganisationChoices } from './organisation-choices.js';
import { editedMeanwhile, unknownOrganisation } from './problems.js';
import { WriteToApplicant } from './write-to-applicant.js';

/** The same, with the address where a booking-contact puts one right; `undefined`: as it is. */
export interface SavedAbout extends AboutInput {
  readonly email?: string | undefined;
}

/** How often the link of an application may go to another address: each is a mail to somebody. */
const mostAddresses = 5;

/** Keeps who applies: name, organisation, what they do. */
@Injectable()
export class SaveAbout {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly choices: OrganisationChoices,
    private readonly begin: BeginApplication,
    private readonly people: FindPerson,
    private readonly links: ApplicationLinks,
    private readonly write: WriteToApplicant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed, whatever was seen: a second press is harmless.
   *
   * @throws Problem 403; 404; 409 `application-submitted`, `application-withdrawn`, `edited-meanwhile`; 422
   */
  run(who: Who, input: SavedAbout, seen: Seen, correlationId: string): Promise<void> {
    const about = valueOf(checkAbout(input));
    return this.transactions.run(async (manager) => {
      const opened = await this.applications.forChange(manager, who, 'edit');
      const { row } = opened;
      const email = opened.viewer === 'contact' ? addressIn(input.email, row.email) : row.email;
      const columns = { ...about, ...(await this.organisationOf(manager, opened, about)) };
      const after = { ...row, ...columns, email };
      if (JSON.stringify(aboutOf(after)) === JSON.stringify(aboutOf(row))) return;
      if (isStale(seen, row.version, aboutMark(row))) throw editedMeanwhile();
      await manager.update(
        ApplicationRow,
        { id: row.id },
        { ...columns, changedAt: dateOf(this.clock()), version: row.version + 1 },
      );
      if (email !== null && email !== row.email) {
        await this.moveTo(manager, opened, { ...after, version: row.version + 1 }, email, correlationId);
      }
    });
  }

  /** Whoever was signed up by their organisation applies for that one. */
  private async organisationOf(
    manager: EntityManager,
    { row }: OpenedApplication,
    { organisationId, organisationName }: About,
  ): Promise<Pick<ApplicationRow, 'organisationId' | 'organisationName'>> {
    if (isByOrganisation(row)) {
      return { organisationId: row.organisationId, organisationName: row.organisationName };
    }
    if (organisationId === null) return { organisationId, organisationName };
    const chosen = (await this.choices.of(row, manager)).find(({ id }) => id === organisationId);
    if (chosen === undefined) throw unknownOrganisation();
    return { organisationId: chosen.id, organisationName: chosen.name };
  }

  /** A booking-contact wrote it wrongly: the old link leads nowhere any more, and the new one goes to the right address. */
  private async moveTo(
    manager: EntityManager,
    { visit }: OpenedApplication,
    row: ApplicationRow,
    email: string,
    correlationId: string,
  ): Promise<void> {
    const linkNumber = row.linkNumber + 1;
    if (linkNumber > mostAddresses)
      throw wrongAddress('too-often', 'The address was changed too often. Write to us.');
    const known = (await this.people.byEmails([email], manager)).get(email.toLowerCase());
    const standing = await this.begin.standing(manager, visit.id, known?.id ?? null, email);
    if (standing.some(({ id }) => id !== row.id)) {
      throw wrongAddress(
        'applies-already',
        'There is another application for this visit with this address already.',
      );
    }
    const moved = { ...row, email, linkNumber, personId: known?.id ?? null };
    const { personId } = moved;
    const secretHash = this.links.hashFor(moved);
    await manager.update(ApplicationRow, { id: row.id }, { email, linkNumber, personId, secretHash });
    await this.write.signedUp(manager, moved, visit, correlationId);
  }
}

function addressIn(typed: string | undefined, before: string | null): string | null {
  if (typed === undefined) return before;
  const email = valueOf(checkEmail(typed, 'email'));
  if (email === null)
    throw wrongAddress('missing', 'Enter their email address: they have a link of their own by mail.');
  return email.toLowerCase() === before?.toLowerCase() ? before : email;
}

const wrongAddress = (code: string, message: string) => unprocessable([{ field: 'email', code, message }]);
