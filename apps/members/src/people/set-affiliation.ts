import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { checkOrganisation } from './check-organisation.js';
import { setAffiliation, type AffiliationInput } from './domain/affiliations.js';
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
        apply: async (person) => {
          const checked = setAffiliation(person, input);
          return checked.ok ? checkOrganisation(manager, checked.value, input.organisationId) : checked;
        },
      }),
    );
  }
}
