import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { notedActor } from '#people';
import { conflict, dateOf, notFound, Transactions, type Actor } from '#platform';
import { SearchQueue } from '#solver';
import { isId } from '../../domain/ids.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { LockVisit } from '../../visits/lock-visit.js';
import { KeepPaper } from '../keep-paper.js';
import type { MakingRow } from './making.entity.js';
import { Makings } from './makings.js';

/** Puts makings of papers into their queue, which works as that of searches does: jobs wake, rows say what is to be done. */
export class PaperQueue extends SearchQueue {}

/** Asks for everybody’s papers of a visit, says how far they are, and stops it. */
@Injectable()
export class AskForPapers {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly keep: KeepPaper,
    private readonly travellers: ReadTravellers,
    private readonly makings: Makings,
    private readonly queue: PaperQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `visit-cancelled`, `nobody`, `already-making` */
  async run(actor: Actor, visitId: string): Promise<MakingRow> {
    const id = uuidv7();
    await this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const visit = await this.lock.run(manager, visitId);
      this.keep.mustBeKept(visit);
      if (visit.status === 'cancelled')
        throw conflict('visit-cancelled', 'The visit is called off, so nobody needs papers.');
      const total = (await this.travellers.confirmed(visitId, manager)).length;
      if (total === 0) throw conflict('nobody', 'Nobody is to travel yet, so nobody needs papers.');
      const making = {
        id,
        visitId,
        askedBy: noted.identity.personId,
        askedAt: dateOf(this.clock()),
        total,
      };
      if (!(await this.makings.add(manager, making)))
        throw conflict('already-making', 'The papers are being made already. Wait for that, or stop it.');
    });
    await this.queue.wake(id);
    return this.one(visitId, id);
  }

  /** One that is over stays as it is. @throws Problem 404 */
  async cancel(visitId: string, id: string): Promise<MakingRow> {
    await this.one(visitId, id);
    await this.makings.cancel(visitId, id);
    return this.one(visitId, id);
  }

  /** @throws Problem 404 */
  async one(visitId: string, id: string): Promise<MakingRow> {
    const making = isId(visitId) && isId(id) ? await this.makings.one(visitId, id) : null;
    if (making === null) throw notFound('These papers were never made, or it is long ago.');
    return making;
  }

  /** The last that was asked for; `null` where there was none. */
  last(visitId: string): Promise<MakingRow | null> {
    return this.makings.last(visitId);
  }
}
