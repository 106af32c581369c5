import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkCopy, moveDates, type CopyInput, type MoveDates } from '#checks';
import { notedActor } from '#people';
import { valueOf, type Actor } from '#platform';
import { carryNotes } from '../afterwards/notes/carry-notes.js';
import { CostRow } from '../costs/cost.entity.js';
import { TaskRow } from '../tasks/task.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CreateExhibition } from './create-exhibition.js';
import { detailsOf, longestTitle } from './domain/details.js';
import { copiedDays } from './domain/copied-days.js';
import type { Exhibition } from './domain/exhibition.js';
import { ExhibitionRow } from './exhibition.entity.js';
import { FindExhibition } from './find-exhibition.js';

/**
 * Makes a draft of all that an earlier exhibition says, its dates moved: days, tasks (none of them done), what was budgeted,
 * the floor, rules and weights of the rota, and what is open of the notes for next year. The place on the floor and all people
 * are that exhibition's own.
 */
@Injectable()
export class CopyExhibition {
  constructor(
    private readonly exhibitions: FindExhibition,
    private readonly create: CreateExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param input its first day is the first on which the stand is open
   * @throws Problem 404; 422 with every field that needs attention
   */
  async run(manager: EntityManager, actor: Actor, id: string, input: CopyInput): Promise<Exhibition> {
    const noted = await notedActor(manager, actor);
    const source = await this.exhibitions.byId(id, manager);
    const { zone } = source;
    const { title, firstDay } = valueOf(
      checkCopy(input, { longestTitle, zone, now: this.clock(), what: 'the new exhibition' }),
    );
    const move = moveDates(source.firstDay, firstDay, zone);
    const { rules, weights, sketch } = await manager.findOneByOrFail(ExhibitionRow, { id });
    const copy = await this.create.add(
      manager,
      noted,
      {
        details: { ...detailsOf(source), title, standNumber: null, contacts: [] },
        days: valueOf(copiedDays(source.days, move, zone)),
        slug: null,
      },
      `Copied from “${source.title}”`,
      { rules, weights, sketch, copiedFrom: id },
    );
    await copyPlans(manager, { from: id, to: copy.id }, move);
    await carryNotes(manager, { from: id, to: copy.id });
    return copy;
  }
}

async function copyPlans(
  manager: EntityManager,
  { from, to }: { readonly from: string; readonly to: string },
  move: MoveDates,
): Promise<void> {
  const tasks = await manager.findBy(TaskRow, { exhibitionId: from });
  await manager.insert(
    TaskRow,
    tasks.map(({ kind, title, dueOn, note }) => ({
      id: uuidv7(),
      exhibitionId: to,
      kind,
      title,
      dueOn: move.deadline(dueOn),
      note,
      version: 1,
    })),
  );
  const costs = await manager.findBy(CostRow, { exhibitionId: from });
  await manager.insert(
    CostRow,
    costs.map(({ category, description, budgetPence }) => ({
      id: uuidv7(),
      exhibitionId: to,
      category,
      description,
      budgetPence,
      version: 1,
    })),
  );
}
