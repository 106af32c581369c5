import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, type Actor } from '#platform';
import { BoardRow } from './board.entity.js';
import { ChangePerson } from './change-person.js';
import { refuse } from '#checks';
import type { Person } from './domain/person.js';
import { setSeat, type SeatInput } from './domain/seats.js';
import { objectionToPlacing } from './domain/who-may.js';

/** Gives a person a seat on a board, or changes one: another position, another term, its end. */
@Injectable()
export class SetSeat {
  constructor(
    private readonly transactions: Transactions,
    private readonly changePerson: ChangePerson,
  ) {}

  /**
   * @param seatId `null` for a new seat
   * @throws Problem 403; 404; 422 with every field that needs attention, and when terms overlap
   */
  async run(actor: Actor, id: string, seatId: string | null, input: SeatInput): Promise<Person> {
    return this.transactions.run(async (manager) => {
      const boards = new Set((await manager.find(BoardRow)).map(({ slug }) => slug));
      return this.changePerson.within(manager, actor, id, {
        objection: () => objectionToPlacing(actor.identity),
        apply: (person) =>
          seatId !== null && !person.seats.some((seat) => seat.id === seatId)
            ? refuse('', 'no-such-seat', 'The person does not have this seat any more.')
            : setSeat(person, seatId ?? uuidv7(), input, boards),
      });
    });
  }
}
