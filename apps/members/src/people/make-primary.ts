import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { makePrimary } from './domain/emails.js';
import type { Person } from './domain/person.js';
import { objectionToAddressing } from './domain/who-may.js';

/** Chooses the address that the network writes to. */
@Injectable()
export class MakePrimary {
  constructor(private readonly changePerson: ChangePerson) {}

  /** @throws Problem 403; 404; 422 for an address that is not verified while the present one is */
  async run(actor: Actor, id: string, address: string): Promise<Person> {
    return this.changePerson.run(actor, id, {
      objection: (person) => objectionToAddressing(actor.identity, person),
      apply: (person) => makePrimary(person, address),
    });
  }
}
