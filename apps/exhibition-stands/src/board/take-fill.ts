import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, Transactions, type Actor } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import type { FilledDraft, FilledRota } from '../rota/fill/filled-draft.js';
import { ReadFill } from '../rota/fill/read-fill.js';
import type { RotaAnswer } from '../rota/index.js';
import { BuildRotaProblem } from './build-rota-problem.js';
import { changedInputs, filledDraft } from './domain/fill-outcome.js';
import { DraftFillRow } from './draft.entities.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeepStep } from './keep-step.js';
import { LeadFactsOf } from './lead-facts-of.js';

/** 409: there is nothing of it to be taken any more. */
const nothingOffered = () =>
  conflict('nothing-offered', 'There is no rota to be taken any more. Fill the rota again for a new one.');

/**
 * What becomes of what a fill found. Where all is as it was when it was asked for, it becomes the draft; where somebody
 * changed something meanwhile, it is offered to staff and overwrites nothing.
 */
@Injectable()
export class TakeFill implements FilledDraft {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly problems: BuildRotaProblem,
    private readonly drafts: DraftsRepository,
    private readonly leads: LeadFactsOf,
    private readonly keepStep: KeepStep,
    private readonly fills: ReadFill,
  ) {}

  /** Within the transaction in which the fill comes to its end; it holds the exhibition's lock. */
  async write(manager: EntityManager, fill: FilledRota, answer: RotaAnswer): Promise<void> {
    const { exhibitionId } = fill;
    const noted = await manager.findOneBy(DraftFillRow, { fillId: fill.id });
    const { basis, passes } = noted ?? { basis: 'draft', passes: 'issued' };
    const now = await this.problems.of(manager, exhibitionId, { basis, passes });
    const asKept: typeof now = JSON.parse(JSON.stringify(now));
    const version = await this.drafts.version(exhibitionId, manager);
    const changed = [
      ...(noted?.draftVersion === version ? [] : ['the draft of the rota']),
      ...changedInputs(fill.problem, asKept, basis, isDeepStrictEqual),
    ];
    if (changed.length > 0) {
      await manager.update(
        DraftFillRow,
        { fillId: fill.id },
        { outcome: 'offered', changedMeanwhile: changed },
      );
      return;
    }
    await this.fillIn(manager, null, exhibitionId, answer);
    await manager.update(DraftFillRow, { fillId: fill.id }, { outcome: 'taken' });
  }

  /**
   * Takes what was offered into the draft as it is now: pins stay, the rest is replaced.
   *
   * @throws Problem 404; 409 `nothing-offered`
   */
  async take(actor: Actor, exhibitionId: string, fillId: string): Promise<void> {
    const { answer } = await this.fills.one(exhibitionId, fillId);
    await this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      await this.lock.run(manager, exhibitionId);
      const row = await manager.findOneBy(DraftFillRow, { fillId, exhibitionId });
      if (row?.outcome === 'taken') return;
      if (row?.outcome !== 'offered' || answer === null) throw nothingOffered();
      await this.fillIn(manager, noted, exhibitionId, answer);
      await manager.update(DraftFillRow, { fillId }, { outcome: 'taken' });
    });
  }

  /** Leaves the draft as it is. One that is taken already stays so. @throws Problem 404 */
  async leave(exhibitionId: string, fillId: string): Promise<void> {
    await this.fills.one(exhibitionId, fillId);
    await this.dataSource.manager.update(
      DraftFillRow,
      { fillId, exhibitionId, outcome: 'offered' },
      { outcome: 'left' },
    );
  }

  /** What became of a fill; `null` where it was asked for elsewhere. */
  outcome(fillId: string): Promise<DraftFillRow | null> {
    return this.dataSource.manager.findOneBy(DraftFillRow, { fillId });
  }

  private async fillIn(
    manager: EntityManager,
    actor: Actor | null,
    exhibitionId: string,
    { assignments }: RotaAnswer,
  ): Promise<void> {
    const before = await this.drafts.read(exhibitionId, manager);
    const facts = await this.leads.of(manager, exhibitionId);
    const after = filledDraft(before, assignments, facts);
    await this.keepStep.run(manager, { exhibitionId, actor, act: 'fill', before, after });
  }
}
