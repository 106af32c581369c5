import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { conflict } from '#platform';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { MembershipsRepository } from '../memberships.repository.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { ImportEntity } from './import.entity.js';
import type { ImportRowEntity } from './import-row.entity.js';
import { ImportsRepository } from './imports.repository.js';
import { countsOf, keptPlan } from './planned-row.js';
import { planRows } from './planning/plan-rows.js';
import type { Decision } from './planning/plans.js';
import { decidedRow } from './settle-row.js';

/** Takes down what staff say of rows that look like another organisation, and compares the file anew. */
@Injectable()
export class DecideRows {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly organisations: OrganisationsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly imports: ImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param said by the rows' numbers; `null` takes a decision back. Rows that look like none are passed over.
   * @throws Problem 409 when the import has been confirmed already
   */
  async run(id: string, said: ReadonlyMap<number, Decision | null>): Promise<void> {
    const now = this.clock();
    const at = { today: homeDay(now), now };
    const { organisations, memberships } = this;
    await this.dataSource.transaction(async (manager) => {
      const file = await manager.findOneOrFail(ImportEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (file.state !== 'uploaded') throw alreadyConfirmed();
      const all = await this.imports.all(manager, id);
      const rows = all.map((row) => withDecision(row, said));
      const readable = rows.filter(({ content }) => content !== null);
      const options = { organisations, memberships, at };
      const planned = await planRows(manager, readable.map(decidedRow), options);
      const plans = new Map(readable.map(({ number }, index) => [number, planned[index]]));
      const replanned = rows.map((row) => {
        const plan = plans.get(row.number);
        return plan === undefined ? row : { ...row, ...keptPlan(plan) };
      });
      const changed = replanned.filter((row, index) => !isDeepStrictEqual({ ...row }, { ...all[index] }));
      await this.imports.replan(manager, changed);
      const counts = countsOf(replanned.map(({ outcome }) => outcome));
      await manager.update(ImportEntity, { id }, counts);
    });
  }
}

/** Only a row that looks like another organisation is decided about. */
function withDecision(row: ImportRowEntity, said: ReadonlyMap<number, Decision | null>): ImportRowEntity {
  const decision = said.get(row.number);
  return row.alike === null || decision === undefined ? row : { ...row, decision };
}

const alreadyConfirmed = () =>
  conflict(
    'already-confirmed',
    'This import has been confirmed already, so nothing can be decided about it any more.',
  );
