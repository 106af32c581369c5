import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, notFound, Transactions, type Actor } from '#platform';
import { readProblem, type RotaProblem } from '../index.js';
import type { Fill } from './fill.js';
import { FillQueue } from './fill-queue.js';
import { FillsRepository } from './fills.repository.js';
import { ReadFill } from './read-fill.js';

/** How long is searched unless somebody says otherwise. */
export const usualSeconds = 60;

/** Asks for an exhibition's draft to be filled. */
@Injectable()
export class FillRota {
  constructor(
    private readonly transactions: Transactions,
    private readonly fills: FillsRepository,
    private readonly queue: FillQueue,
    private readonly read: ReadFill,
  ) {}

  /**
   * @param problem whose people are team members and whose slots are shifts, by their ids
   * @param seconds after which the best rota so far is taken
   * @param noting what else is written with the fill, in its transaction
   * @throws RotaProblemError where the problem contradicts itself
   * @throws Problem 404; 409 `already-filling` while another fill of the exhibition is not over
   */
  async ask(
    actor: Actor,
    exhibitionId: string,
    problem: RotaProblem,
    seconds = usualSeconds,
    noting?: (manager: EntityManager, fillId: string) => Promise<void>,
  ): Promise<Fill> {
    readProblem(problem);
    const id = uuidv7();
    const askedBy = actor.identity.personId;
    await this.transactions.run(async (manager) => {
      const found: unknown[] = await manager.query('SELECT 1 FROM exhibitions WHERE id = $1', [exhibitionId]);
      if (found.length === 0) throw notFound('There is no such exhibition.');
      if (!(await this.fills.add(manager, { id, ownerId: exhibitionId, askedBy, seconds, problem })))
        throw conflict(
          'already-filling',
          'The rota is being filled already. Wait until that is over, or stop it.',
        );
      await noting?.(manager, id);
    });
    await this.queue.wake(id);
    return this.read.one(exhibitionId, id);
  }
}
