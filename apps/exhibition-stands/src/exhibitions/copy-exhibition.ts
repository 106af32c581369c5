import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  checkPlausibleDay,
  checkText,
  moveDates,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type MoveDates,
} from '#checks';
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
import { notedActor } from './noted-actor.js';

/** What is new about an exhibition that is otherwise like an earlier one. */
export interface CopyInput {
  readonly title: string;
  /** Its first day on which the stand is open. */
  readonly firstDay: Checked<string | null>;
}

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

  /** @throws Problem 404; 422 with every field that needs attention */
  async run(manager: EntityManager, actor: Actor, id: string, input: CopyInput): Promise<Exhibition> {
    const noted = await notedActor(manager, actor);
    const source = await this.exhibitions.byId(id, manager);
    const { title, firstDay } = valueOf(this.check(input, source.zone));
    const move = moveDates(source.firstDay, firstDay, source.zone);
    const { rules, weights, sketch } = await manager.findOneByOrFail(ExhibitionRow, { id });
    const copy = await this.create.add(
      manager,
      noted,
      {
        details: { ...detailsOf(source), title, standNumber: null, contacts: [] },
        days: valueOf(copiedDays(source.days, move, source.zone)),
        slug: null,
      },
      `Copied from “${source.title}”`,
      { rules, weights, sketch, copiedFrom: id },
    );
    await copyPlans(manager, { from: id, to: copy.id }, move);
    await carryNotes(manager, { from: id, to: copy.id });
    return copy;
  }

  private check(
    input: CopyInput,
    zone: string,
  ): Checked<{ readonly title: string; readonly firstDay: string }> {
    const title = checkText(input.title, 'title', {
      longest: longestTitle,
      missing: { code: 'missing', message: 'Enter a title.' },
    });
    const firstDay = this.checkDay(input.firstDay, zone);
    return title.ok && firstDay.ok
      ? { ok: true, value: { title: title.value, firstDay: firstDay.value } }
      : refused(...problemsOf(title, firstDay));
  }

  private checkDay(given: Checked<string | null>, zone: string): Checked<string> {
    const day = checkPlausibleDay(given, 'firstDay');
    if (!day.ok) return day;
    if (day.value === null) return refuse('firstDay', 'date-missing', 'Enter the first day.');
    const today = this.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
    return day.value < today
      ? refuse('firstDay', 'in-the-past', 'This day is past. Choose the day on which the new one begins.')
      : { ok: true, value: day.value };
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
