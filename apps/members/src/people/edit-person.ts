import { Injectable } from '@nestjs/common';
import { accepted } from '#checks';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { checkFacts, type PersonFactsInput } from './domain/facts.js';
import type { Person } from './domain/person.js';
import { chain } from './domain/chain.js';
import { objectionToEditing } from './domain/who-may.js';

/** Changes what is said of a person: by staff, or by themselves. */
@Injectable()
export class EditPerson {
  constructor(private readonly changePerson: ChangePerson) {}

  /**
   * @param version the one that the actor saw
   * @throws Problem 403; 404; 409 `edited-meanwhile`; 422 with every field that needs attention
   */
  async run(actor: Actor, id: string, version: number, input: PersonFactsInput): Promise<Person> {
    return this.changePerson.run(actor, id, {
      version,
      objection: (person) => objectionToEditing(actor.identity, person),
      apply: (person) => chain(checkFacts(input), (facts) => accepted({ ...person, ...facts })),
    });
  }
}
