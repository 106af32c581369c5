import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import { verifyEmail } from './domain/emails.js';
import type { Person } from './domain/person.js';

/** Notes that an address reaches its owner, who has just used a link that was sent there. */
@Injectable()
export class VerifyEmail {
  constructor(private readonly changePerson: ChangePerson) {}

  /**
   * Within the transaction that uses up the link, which is all the right that it takes. Nothing changes for an address
   * that is verified already.
   *
   * @throws Problem 404 for nobody; 422 when the person does not have the address any more
   */
  async within(manager: EntityManager, actor: Actor, id: string, address: string): Promise<Person> {
    return this.changePerson.within(manager, actor, id, {
      objection: () => null,
      apply: (person, now) => verifyEmail(person, address, now),
    });
  }
}
