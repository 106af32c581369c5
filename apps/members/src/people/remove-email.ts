import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { removeEmail } from './domain/emails.js';
import type { Person } from './domain/person.js';
import { objectionToAddressing } from './domain/who-may.js';

/** Takes an address from a person's record; nobody signs in with it then. */
@Injectable()
export class RemoveEmail {
  constructor(private readonly changePerson: ChangePerson) {}

  /** @throws Problem 403; 404; 422 for the primary address while there are others */
  async run(actor: Actor, id: string, address: string): Promise<Person> {
    return this.changePerson.run(actor, id, {
      objection: (person) => objectionToAddressing(actor.identity, person),
      apply: (person) => removeEmail(person, address),
    });
  }
}
