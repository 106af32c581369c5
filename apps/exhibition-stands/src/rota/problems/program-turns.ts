import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usualAllowance, waitAfter, type HadSearch } from './allowance.js';

/** A number of its own among the advisory locks of the database. */
const lock = 7_206_411;

/** Who wants a turn, and for how long at most. */
export interface WantedTurn {
  readonly personId: string;
  readonly seconds: number;
}

/** `busy`: another program's search goes on; else after how many seconds they may have one again. */
export type NoTurn = 'busy' | { readonly wait: number };

/**
 * One program's search at a time, and so much for each person, over all processes of the service. Whoever has the turn
 * holds a lock of the database with a connection of their own: it ends with them, however they end.
 */
@Injectable()
export class ProgramTurns {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Does some work once it has the turn, or says at once why it has none. */
  async take<Result>(
    wanted: WantedTurn,
    work: () => Promise<Result>,
  ): Promise<{ readonly done: Result } | { readonly not: NoTurn }> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [held] = (await runner.query('SELECT pg_try_advisory_lock($1) AS held', [lock])) as {
        held: boolean;
      }[];
      if (!held?.held) return { not: 'busy' };
      try {
        return await this.#withTurn(runner, wanted, work);
      } finally {
        // Without its connection the lock is gone by itself.
        if (!runner.isReleased) await runner.query('SELECT pg_advisory_unlock($1)', [lock]);
      }
    } finally {
      await runner.release();
    }
  }

  /** Forgets the searches that count no more. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM program_searches WHERE began_at < now() - make_interval(secs => $1)',
      [usualAllowance.within],
    );
  }

  async #withTurn<Result>(
    runner: QueryRunner,
    { personId, seconds }: WantedTurn,
    work: () => Promise<Result>,
  ) {
    const had = (await runner.query(
      `SELECT extract(epoch FROM now() - began_at)::float8 AS ago,
         least(extract(epoch FROM coalesce(ended_at, now()) - began_at), most_seconds)::float8 AS seconds
       FROM program_searches WHERE person_id = $1`,
      [personId],
    )) as HadSearch[];
    const wait = waitAfter(had);
    if (wait > 0) return { not: { wait } };
    const id = uuidv7();
    await runner.query(
      'INSERT INTO program_searches (id, person_id, began_at, most_seconds) VALUES ($1, $2, now(), $3)',
      [id, personId, seconds],
    );
    try {
      return { done: await work() };
    } finally {
      await this.dataSource.query('UPDATE program_searches SET ended_at = now() WHERE id = $1', [id]);
    }
  }
}
