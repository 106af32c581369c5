import { Injectable } from '@nestjs/common';
import { notedActor } from '#people';
import { conflict, Transactions, type Actor } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { reversed, withChanges } from './domain/draft.js';
import { changedMeanwhile } from './draft-problems.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeepStep } from './keep-step.js';

/** Takes back the last step of a draft; again and again, one after the other. */
@Injectable()
export class UndoStep {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly drafts: DraftsRepository,
    private readonly keepStep: KeepStep,
  ) {}

  /**
   * @param number of the step that the person saw as the last; one that is taken back already stays so
   * @returns the draft's version from now on
   * @throws Problem 404; 409 `edited-meanwhile` where another step came after it, `nothing-to-undo`
   */
  run(actor: Actor, exhibitionId: string, number: number): Promise<number> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      await this.lock.run(manager, exhibitionId);
      const before = await this.drafts.read(exhibitionId, manager);
      const later = await this.drafts.stepsAfter(exhibitionId, number - 1, manager);
      if (later.some((step) => step.number === number && step.undoneIn !== null)) return before.version;
      const last = await this.drafts.lastUndoable(exhibitionId, manager);
      if (last === null)
        throw conflict('nothing-to-undo', 'There is nothing to take back: the rota is as it began.');
      if (last.number !== number) throw changedMeanwhile(later.filter((step) => step.number > number));
      const version = await this.keepStep.run(manager, {
        exhibitionId,
        actor: noted,
        act: 'undo',
        before,
        after: withChanges(before, reversed(last.changes)),
      });
      await this.drafts.markUndone(manager, exhibitionId, number, version);
      return version;
    });
  }
}
