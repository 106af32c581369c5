import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { ChangePerson } from './change-person.js';
import type { Person } from './domain/person.js';
import { removeSeat } from './domain/seats.js';
import { objectionToPlacing } from './domain/who-may.js';

/** Takes back a seat that was entered by mistake; one that was really held is ended instead. */
@Injectable()
export class RemoveSeat {
  constructor(private readonly changePerson: ChangePerson) {}

  /** @throws Problem 403; 404; 422 when they do not have it */
  async run(actor: Actor, id: string, seatId: string): Promise<Person> {
    return this.changePerson.run(actor, id, {
      objection: () => objectionToPlacing(actor.identity),
      apply: (person) => removeSeat(person, seatId),
    });
  }
}
