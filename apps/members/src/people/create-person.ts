import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, type Actor, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { AddressIsFree } from './address-is-free.js';
import { checkOrganisation } from './check-organisation.js';
import { describeChanges } from './describe-changes.js';
import { setAffiliation, type AffiliationInput } from './domain/affiliations.js';
import { chain } from './domain/chain.js';
import { createRecord } from './domain/create.js';
import { addEmail } from './domain/emails.js';
import type { PersonFactsInput } from './domain/facts.js';
import type { Person } from './domain/person.js';
import { PeopleRepository } from './people.repository.js';
import { PersonMessages } from './person-messages.js';

/** What a new record begins with. */
export interface NewPerson extends PersonFactsInput {
  /** Blank: none is known. */
  readonly email: string;
  /** When its owner showed that mail to the address reaches them; `null`: not yet. */
  readonly verifiedAt: Temporal.Instant | null;
  readonly affiliation: AffiliationInput | null;
}

/** Writes a new person's record. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleRepository,
    private readonly messages: PersonMessages,
    private readonly addresses: AddressIsFree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(actor: Actor, input: NewPerson): Promise<Person> {
    return this.transactions.run((manager) => this.within(manager, actor, input));
  }

  /** The same within a transaction of the caller's. */
  async within(manager: EntityManager, actor: Actor, input: NewPerson): Promise<Person> {
    const { email, verifiedAt, affiliation } = input;
    const blank = createRecord(uuidv7(), input, this.clock());
    const addressed = email.trim() === '' ? blank : chain(blank, (one) => addEmail(one, email, verifiedAt));
    const person = valueOf(
      affiliation === null ? addressed : chain(addressed, (one) => setAffiliation(one, affiliation)),
    );
    for (const { organisationId } of person.affiliations) {
      valueOf(await checkOrganisation(manager, person, organisationId));
    }
    for (const { address } of person.emails) await this.addresses.claim(manager, address, 'email');
    await this.people.add(manager, person, {
      actor,
      action: 'created',
      changes: await describeChanges(manager, null, person),
    });
    await this.messages.changed(manager, person.id, actor.requestId);
    return person;
  }
}
