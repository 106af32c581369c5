import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { instantOf, Transactions, visitor } from '#platform';
import { CreatePerson } from '../people/create-person.js';
import { PeopleRepository } from '../people/people.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Browser } from './browser.js';
import { FinishSignIn, type SignedIn } from './finish-sign-in.js';
import { organisationAt, type OrganisationAtDomain } from './organisation-at.js';
import { SignInRequests } from './sign-in-requests.js';

/** What somebody says of themselves. Where they belong follows from their address. */
export interface OwnRecord {
  readonly name: string;
  readonly preferredName: string;
  readonly pronouns: string;
  readonly jobTitle: string;
  /** What they are in the organisation. */
  readonly role: string;
}

/** Whose record may be made. */
export interface Newcomer {
  readonly address: string;
  readonly organisation: OrganisationAtDomain;
}

/** Makes the record of somebody who has shown that they have an address with a member organisation, and signs them in. */
@Injectable()
export class MakeOwnRecord {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly requests: SignInRequests,
    private readonly people: PeopleRepository,
    private readonly createPerson: CreatePerson,
    private readonly finish: FinishSignIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who may make a record with this browser; `null`: nobody. */
  async newcomer({ askingSecret }: Browser): Promise<Newcomer | null> {
    const request = askingSecret === null ? null : await this.requests.letIn(askingSecret, this.clock());
    if (!request) return null;
    const organisation = await organisationAt(this.dataSource.manager, request.address);
    return organisation && { address: request.address, organisation };
  }

  /**
   * @returns `null` when the browser may not make one, or not any more
   * @throws Problem 422 with every field that needs attention
   */
  async run(own: OwnRecord, browser: Browser, requestId: string): Promise<SignedIn | null> {
    const { askingSecret } = browser;
    if (askingSecret === null) return null;
    return this.transactions.run(async (manager) => {
      const request = await this.requests.letIn(askingSecret, this.clock(), manager);
      if (!request?.approvedAt) return null;
      await this.people.lockAddress(manager, request.address);
      // Staff, or the same person on another device, may have made it meanwhile.
      const known = await this.finish.within(manager, request, browser, requestId);
      if (known) return known;
      const organisation = await organisationAt(manager, request.address);
      if (!organisation) return null;
      const { role, ...facts } = own;
      const actor = { identity: { ...visitor, name: own.name }, requestId };
      const person = await this.createPerson.within(manager, actor, {
        ...facts,
        phone: null,
        email: request.address,
        verifiedAt: instantOf(request.approvedAt),
        affiliation: { organisationId: organisation.id, role, office: null, isBookingContact: false },
      });
      return this.finish.begin(manager, person, request, browser, requestId);
    });
  }
}
