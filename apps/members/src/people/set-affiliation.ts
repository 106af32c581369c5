import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, type Actor } from '#platform';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import { ChangePerson } from './change-person.js';
import { setAffiliation, type AffiliationInput } from './domain/affiliations.js';
import { refuse, type Checked } from '#checks';
import type { Person } from './domain/person.js';
import { objectionToPlacing } from './domain/who-may.js';

/** Says that a person belongs to an organisation, or what they are there. */
@Injectable()
export class SetAffiliation {
  constructor(
    private readonly transactions: Transactions,
    private readonly changePerson: ChangePerson,
  ) {}

  /** @throws Problem 403; 404; 422 with every field that needs attention */
  async run(actor: Actor, id: string, input: AffiliationInput): Promise<Person> {
    return this.transactions.run((manager) =>
      this.changePerson.within(manager, actor, id, {
        objection: () => objectionToPlacing(actor.identity),
        apply: (person) => this.apply(manager, person, input),
      }),
    );
  }

  private async apply(
    manager: EntityManager,
    person: Person,
    input: AffiliationInput,
  ): Promise<Checked<Person>> {
    const checked = setAffiliation(person, input);
    if (!checked.ok || (await manager.existsBy(OrganisationRow, { id: input.organisationId })))
      return checked;
    return refuse('organisationId', 'no-such-organisation', 'Choose one of the organisations.');
  }
}
