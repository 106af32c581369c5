import { validate as isUuid } from 'uuid';
import type { DataSource, EntityManager } from 'typeorm';
import { Conditions, type Log } from '#platform';
import { jobOf } from '../job.js';
import type { OwnQueue } from './own-queue.js';
import type { Requeued, RequeuedAll } from './shown-dead-letter.js';

/**
 * A dead letter that was put back is being tried for about four minutes, and then handled or dead once more. If after so
 * many minutes it is neither, the queue has lost it, and it can be put back again.
 */
const underWayMinutes = 15;

/** So many are put back in one transaction. */
const atOnce = 200;

/** And so many at one press of a button. */
const mostInAll = 10_000;

interface Letter {
  readonly id: string;
  readonly type: string;
  readonly message: unknown;
  readonly again: string;
}

/** Puts dead letters back into the app's queue. The inbox has each handled once, however often that is done. */
export class Requeue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: OwnQueue,
    private readonly log: Log,
  ) {}

  /**
   * @param reqId the request that asks for it, for the log
   * @returns `under-way` when it was put back a moment ago, `gone` when it has been handled after all, or deleted
   * @throws Error when the queue cannot be reached, and then nothing has changed
   */
  async one(id: string, reqId: string): Promise<Requeued['outcome']> {
    const [there] = isUuid(id)
      ? await this.dataSource.query<unknown[]>('SELECT FROM dead_letters WHERE id = $1', [id])
      : [];
    if (!there) return 'gone';
    const where = new Conditions();
    where.add('id = ?', id);
    return (await this.some(where, reqId)) === 0 ? 'under-way' : 'requeued';
  }

  /**
   * Puts back all that rest at the moment; what dies again meanwhile is left for the next time.
   *
   * @param type only those of this type; `null`: all
   */
  async all(type: string | null, reqId: string): Promise<RequeuedAll> {
    const [clock] = await this.dataSource.query<{ now: string }[]>('SELECT now()::text AS now');
    const wanted = () => {
      const where = new Conditions();
      where.add('died_at <= ?::timestamptz', clock?.now);
      if (type !== null) where.add('type = ?', type);
      return where;
    };
    let requeued = 0;
    for (let some = atOnce; some === atOnce && requeued < mostInAll; requeued += some) {
      some = await this.some(wanted(), reqId);
    }
    const where = wanted();
    const [left] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM dead_letters WHERE ${where.sql} AND requeued_at IS NULL`,
      where.parameters,
    );
    return { requeued, left: left?.count ?? 0 };
  }

  /** @returns how many were put back: at most {@link atOnce}, and none that somebody else is putting back */
  private async some(where: Conditions, reqId: string): Promise<number> {
    const letters = await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const claimed = await claim(manager, where);
      if (claimed.length === 0) return claimed;
      // Before the commit: if that fails they are put back once more, which does no harm.
      await this.queue.use((queue) =>
        queue.addBulk(claimed.map(({ id, type, message, again }) => jobOf(type, id, message, again))),
      );
      return claimed;
    });
    for (const { id, type } of letters) this.log.info({ messageId: id, type, reqId }, 'message requeued');
    return letters.length;
  }
}

async function claim(manager: EntityManager, where: Conditions): Promise<Letter[]> {
  const [rows] = await manager.query<[Letter[], number]>(
    `UPDATE dead_letters SET requeued_at = now() WHERE id IN (
       SELECT id FROM dead_letters
       WHERE ${where.sql} AND (requeued_at IS NULL OR requeued_at < now() - make_interval(mins => ${underWayMinutes}))
       ORDER BY died_at, id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED
     )
     RETURNING id, type, message, floor(extract(epoch FROM requeued_at) * 1000)::text AS again`,
    where.parameters,
  );
  return rows;
}
