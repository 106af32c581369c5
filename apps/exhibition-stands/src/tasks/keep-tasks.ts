import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, type Words } from '#checks';
import { dateOf, valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { dayInWords } from '../exhibitions/in-words.js';
import { ChangePlan } from '../plans/change-plan.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkTask, type TaskDetails, type TaskInput } from './domain/task.js';
import { kindWords } from './in-words.js';
import { TaskRow } from './task.entity.js';

/** Writes the tasks of an exhibition. */
@Injectable()
export class KeepTasks {
  constructor(
    private readonly plan: ChangePlan,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, exhibitionId: string, input: TaskInput): Promise<TaskRow> {
    return this.plan.within(manager, actor, exhibitionId, async () => {
      const details = valueOf(checkTask(input));
      const id = uuidv7();
      const owner = await ownerOf(manager, details.ownerName);
      await manager.insert(TaskRow, { ...details, ...owner, id, exhibitionId, version: 1 });
      const result = await manager.findOneByOrFail(TaskRow, { id });
      const change = { action: `Task added: “${details.title}”`, changes: between(null, details) };
      return { result, change };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  edit(actor: Actor, seen: SeenThing, input: TaskInput): Promise<TaskRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'task');
      const details = valueOf(checkTask(input));
      const changes = between(before, details);
      if (changes.length === 0) return { result: before, change: null };
      const owner = await ownerOf(manager, details.ownerName);
      await manager.update(TaskRow, { id: seen.id }, { ...details, ...owner, version: before.version + 1 });
      const result = await manager.findOneByOrFail(TaskRow, { id: seen.id });
      return { result, change: { action: `Task changed: “${details.title}”`, changes } };
    });
  }

  /** Whether a task says already what a form says: a second press of its button. */
  saysAlready(task: TaskRow, input: TaskInput): boolean {
    const checked = checkTask(input);
    return checked.ok && between(task, checked.value).length === 0;
  }

  /** Marks it as done or as still to do; one that is so already stays as it is. @throws Problem 404 */
  mark(actor: Actor, seen: Omit<SeenThing, 'version'>, isDone: boolean): Promise<TaskRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, actor: { identity } }) => {
      const before = asSeen(await find(manager, seen), { version: null }, 'task');
      if ((before.doneAt !== null) === isDone) return { result: before, change: null };
      const done = isDone
        ? { doneAt: dateOf(this.clock()), doneBy: identity.personId, doneByName: identity.name }
        : { doneAt: null, doneBy: null, doneByName: null };
      await manager.update(TaskRow, { id: seen.id }, { ...done, version: before.version + 1 });
      const result = await manager.findOneByOrFail(TaskRow, { id: seen.id });
      const action = `${isDone ? 'Task done' : 'Task to do again'}: “${before.title}”`;
      return { result, change: { action, changes: [] } };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  remove(actor: Actor, seen: SeenThing): Promise<TaskRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, 'task');
      await manager.delete(TaskRow, { id: seen.id });
      return {
        result: before,
        change: { action: `Task deleted: “${before.title}”`, changes: between(before, null) },
      };
    });
  }
}

const find = (manager: EntityManager, { exhibitionId, id }: Omit<SeenThing, 'version'>) =>
  isId(id) ? manager.findOneBy(TaskRow, { id, exhibitionId }) : null;

/** The member of staff of that name, where there is exactly one. */
export async function ownerOf(
  manager: EntityManager,
  name: string | null,
): Promise<{ readonly ownerPersonId: string | null }> {
  if (name === null) return { ownerPersonId: null };
  const found: { id: string }[] = await manager.query(
    `SELECT id FROM people WHERE lower(name) = lower($1) AND roles && '{staff,admin}' LIMIT 2`,
    [name],
  );
  return { ownerPersonId: found.length === 1 ? (found[0]?.id ?? null) : null };
}

const between = (before: TaskDetails | null, after: TaskDetails | null) =>
  changesBetween(before && inWords(before), after && inWords(after));

const inWords = ({ kind, title, dueOn, ownerName, note }: TaskDetails): Words => ({
  'What is to be done': title,
  About: kindWords[kind],
  By: dayInWords(dueOn),
  Who: ownerName ?? '',
  Note: note,
});
