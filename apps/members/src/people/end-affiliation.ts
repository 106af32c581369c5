import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { endAffiliation } from './domain/affiliations.js';
import type { Person } from './domain/person.js';
import { objectionToPlacing } from './domain/who-may.js';

/** Says that a person does not belong to an organisation any more. */
@Injectable()
export class EndAffiliation {
  constructor(private readonly changePerson: ChangePerson) {}

  /** @throws Problem 403; 404; 422 when they do not belong to it */
  async run(actor: Actor, id: string, organisationId: string): Promise<Person> {
    return this.changePerson.run(actor, id, {
      objection: () => objectionToPlacing(actor.identity),
      apply: (person) => endAffiliation(person, organisationId),
    });
  }
}
