import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, type Actor } from '#platform';
import { AddressIsFree } from './address-is-free.js';
import { ChangePerson } from './change-person.js';
import type { Checked } from '#checks';
import { addEmail } from './domain/emails.js';
import type { Person } from './domain/person.js';
import { objectionToAddressing } from './domain/who-may.js';

/** Gives a person's record one more address, not verified: its owner does that by signing in with it. */
@Injectable()
export class AddEmail {
  constructor(
    private readonly transactions: Transactions,
    private readonly changePerson: ChangePerson,
    private readonly addresses: AddressIsFree,
  ) {}

  /** @throws Problem 403; 404; 422 for what is no address, or is somebody else's */
  async run(actor: Actor, id: string, address: string): Promise<Person> {
    return this.transactions.run((manager) =>
      this.changePerson.within(manager, actor, id, {
        objection: (person) => objectionToAddressing(actor.identity, person),
        apply: (person) => this.apply(manager, person, address),
      }),
    );
  }

  private async apply(manager: EntityManager, person: Person, address: string): Promise<Checked<Person>> {
    const added = addEmail(person, address, null);
    const email = added.ok ? added.value.emails.find((one) => !person.emails.includes(one)) : undefined;
    if (email) await this.addresses.claim(manager, email.address, 'email', person.id);
    return added;
  }
}
