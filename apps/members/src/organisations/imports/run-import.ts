import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { awaitTurn, ImportStates, resultOf, runImport, type ImportWork } from '#imports';
import { Transactions, type Actor } from '#platform';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { MembershipsRepository } from '../memberships.repository.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { ImportEntity } from './import.entity.js';
import { ImportsRepository } from './imports.repository.js';
import type { Plan } from './planning/plan-row.js';
import { planRows } from './planning/plan-rows.js';
import { decidedRow, settle } from './settle-row.js';
import { WritePlans } from './write-plans.js';

/**
 * Writes what an import's preview showed: all of it or nothing, in one transaction, with what became of each row. Run
 * again, or by two processes at once, it writes nothing more.
 */
@Injectable()
export class RunImport implements ImportWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly imports: ImportsRepository,
    private readonly states: ImportStates<ImportEntity>,
    private readonly writePlans: WritePlans,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const { organisations, memberships } = this;
    const { problemCount } = await manager.findOneByOrFail(ImportEntity, { id });
    const seen = await this.imports.importable(manager, id);
    const at = { today: homeDay(now), now };
    const options = { organisations, memberships, at, lock: true };
    const planned = await planRows(manager, seen.map(decidedRow), options);
    const rows = seen.map((row, index) => {
      const plan = planned[index]?.plan ?? noPlan;
      const written = settle(row, plan);
      return { number: row.number, written, plan: written === 'meanwhile' ? noPlan : plan };
    });
    const plans = rows.map(({ plan }) => plan);
    await this.writePlans.run(manager, actor, plans, async (done) => {
      if (!goesOn()) throw new Error('the service is stopping');
      await this.states.setProgress(id, done);
    });
    const written = rows.map(({ number, written, plan }) => ({
      number,
      written,
      organisationId: plan.outcome === 'new' ? plan.organisation.id : null,
    }));
    await this.imports.setWritten(manager, id, written);
    const result = resultOf(
      rows.map((row) => row.written),
      problemCount,
    );
    await this.states.finish(manager, id, result, rows.length);
  }
}

const noPlan: Plan = { outcome: 'problem', problems: [] };
