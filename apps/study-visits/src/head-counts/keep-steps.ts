import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { thingEditedMeanwhile } from '../plans/problems.js';
import { checkSteps, usualSteps } from './domain/steps.js';
import { StepsRow } from './head-count.entities.js';

/** What to do on a visit when somebody is missing. */
export interface Steps {
  readonly steps: readonly string[];
  /** Whether nobody wrote others for this visit. */
  readonly areUsual: boolean;
  /** 1 while they are the usual ones. */
  readonly version: number;
}

/** Keeps them for each visit, since whom to ring differs from place to place. */
@Injectable()
export class KeepSteps {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly plan: ChangePlan,
  ) {}

  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<Steps> {
    const row = await manager.findOneBy(StepsRow, { visitId });
    if (row === null) return { steps: usualSteps, areUsual: true, version: 1 };
    return { steps: row.steps, areUsual: false, version: row.version };
  }

  /**
   * @param text one step to a line
   * @param version that the person saw; `null`: whichever it is
   * @throws Problem 404; 409 `edited-meanwhile`; 422 at `steps`
   */
  save(actor: Actor, visitId: string, text: string, version: number | null): Promise<Steps> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const before = await this.of(visitId, manager);
      if (version !== null && version !== before.version) throw thingEditedMeanwhile('list of steps');
      const steps = valueOf(checkSteps(text));
      if (JSON.stringify(steps) === JSON.stringify(before.steps)) return { result: before, change: null };
      await manager.upsert(StepsRow, { visitId, steps, version: before.version + 1 }, ['visitId']);
      const change = {
        action: 'What to do when somebody is missing was changed',
        changes: [{ field: 'Steps', before: before.steps.join('\n'), after: steps.join('\n') }],
      };
      return { result: await this.of(visitId, manager), change };
    });
  }
}
