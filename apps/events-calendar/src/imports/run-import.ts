import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { awaitTurn, ImportStates, inTurns, resultOf, runImport, type ImportWork } from '#imports';
import { Transactions, type Actor } from '#platform';
import { EventsRepository } from '../events/events.repository.js';
import type { CalendarSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { ImportEntity } from './import.entity.js';
import { ImportsRepository } from './imports.repository.js';
import { planRows } from './planning/plan-rows.js';
import type { Plan } from './planning/plan-row.js';
import { rowFromEntity, settle } from './settle-row.js';
import { writePlans } from './writing/write-plans.js';

/**
 * Writes what an import's preview showed: all of it or nothing, in one transaction, with what became of each row. Run
 * again, or by two processes at once, it writes nothing more.
 */
@Injectable()
export class RunImport implements ImportWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly imports: ImportsRepository,
    private readonly states: ImportStates<ImportEntity>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  run(actor: Actor, id: string, begun: () => void, goesOn: () => boolean): Promise<void> {
    const { transactions, states } = this;
    const write = (manager: EntityManager) => this.write(manager, actor, id, goesOn);
    return runImport({ transactions, states, id, begun, goesOn, write });
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
        await this.states.setProgress(id, done);
      },
    });
    const written = rows.map(({ row, written }, index) => ({
      number: row.number,
      written,
      eventRef: events[index]?.ref ?? null,
    }));
    await this.imports.setWritten(manager, id, written);
    const result = resultOf(
      written.map((row) => row.written),
      file.problemCount,
    );
    await this.states.finish(manager, id, result, written.length);
  }
}

const noPlan: Plan = { outcome: 'problem', problems: [] };
