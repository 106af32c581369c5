import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Transactions, type Actor } from '#platform';
import { EventsRepository } from '../events/events.repository.js';
import { dateOf } from '../events/stored-when.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { awaitTurn, holdImport } from './import-lock.js';
import { ImportEntity, type ImportResult } from './import.entity.js';
import { inTurns } from './in-turns.js';
import { ImportsRepository, type WrittenRow } from './imports.repository.js';
import { planRows } from './planning/plan-rows.js';
import type { Plan } from './planning/plan-row.js';
import { rowFromEntity, settle } from './settle-row.js';
import { writePlans } from './writing/write-plans.js';

/** A name that somebody else took at the same moment, and two who waited for each other: the next try succeeds. */
const worthAnotherTry = new Set(['23505', '40P01']);
const mostTries = 3;

/**
 * Writes what an import's preview showed: all of it or nothing, in one transaction, with what became of each row. Run
 * again, or by two processes at once, it writes nothing more.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly imports: ImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  /**
   * The lock is held until it is recorded what became of the import, so that nobody takes it for one that was interrupted.
   *
   * @param begun told when the import is seen to be running
   * @param goesOn asked between pieces of work; where it says no, nothing is written
   * @throws Error when it could not be written
   */
  async run(actor: Actor, id: string, begun: () => void, goesOn: () => boolean): Promise<void> {
    await this.transactions.run(async (manager) => {
      const mine = (await holdImport(manager, id)) && (await this.imports.begin(id));
      begun();
      if (mine) await this.tryToWrite(manager, actor, id, goesOn);
    });
  }

  private async tryToWrite(
    manager: EntityManager,
    actor: Actor,
    id: string,
    goesOn: () => boolean,
  ): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        // A savepoint: what a failed try wrote is gone, the lock is not.
        await manager.transaction((inner) => this.write(inner, actor, id, goesOn));
        return;
      } catch (error) {
        if (tries < mostTries && goesOn() && isWorthAnotherTry(error)) continue;
        if (goesOn()) await this.imports.fail(id);
        throw error;
      }
    }
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    id: string,
    goesOn: () => boolean,
  ): Promise<void> {
    await awaitTurn(manager);
    const now = this.clock();
    const file = await manager.findOneByOrFail(ImportEntity, { id });
    const seen = await this.imports.importable(manager, id);
    const read = await inTurns(seen, rowFromEntity);
    const planned = await planRows(manager, read, { file, now, lock: true });
    const rows = seen.map((row, index) => {
      const plan = planned[index]?.plan ?? noPlan;
      return { row, plan, written: settle(row, plan) };
    });
    const plans = rows.map(({ plan, written }) => (written === 'meanwhile' ? noPlan : plan));
    const events = await writePlans(manager, this.events, plans, {
      actor,
      uidDomain: this.settings.UID_DOMAIN,
      onProgress: async (done) => {
        if (!goesOn()) throw new Error('the service is stopping');
        await this.imports.setProgress(id, done);
      },
    });
    const written = rows.map(({ row, written }, index) => ({
      number: row.number,
      written,
      eventRef: events[index]?.ref ?? null,
    }));
    await this.imports.finish(manager, id, {
      result: resultOf(written, file.problemCount),
      written,
      at: dateOf(this.clock()),
    });
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && worthAnotherTry.has(code);
}

const noPlan: Plan = { outcome: 'problem', problems: [] };

function resultOf(written: readonly WrittenRow[], leftOut: number): ImportResult {
  const count = (what: WrittenRow['written']) => written.filter((row) => row.written === what).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    meanwhile: count('meanwhile'),
    leftOut,
  };
}
