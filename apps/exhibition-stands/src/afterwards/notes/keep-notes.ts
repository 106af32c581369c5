import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, type Words } from '#checks';
import { dateOf, unprocessable, valueOf, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { ChangePlan } from '../../plans/change-plan.js';
import { asSeen, type SeenThing } from '../../plans/problems.js';
import { KeepTasks, ownerOf } from '../../tasks/keep-tasks.js';
import type { TaskInput } from '../../tasks/domain/task.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { FeedbackPart } from '../domain/feedback.js';
import { checkNote, longestNote, titleOf, type NoteDetails, type NoteInput } from '../domain/note.js';
import { FeedbackRow } from '../feedback/feedback.entity.js';
import { noteKindWords } from '../in-words.js';
import { NoteRow } from './note.entity.js';

const what = 'note';

/** Writes what is to be carried to next year, during an exhibition and after it. */
@Injectable()
export class KeepNotes {
  constructor(
    private readonly plan: ChangePlan,
    private readonly tasks: KeepTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, exhibitionId: string, input: NoteInput): Promise<NoteRow> {
    return this.plan.within(manager, actor, exhibitionId, async () => {
      const details = valueOf(checkNote(input));
      const owner = await ownerOf(manager, details.ownerName);
      const id = uuidv7();
      await manager.insert(NoteRow, { ...details, ...owner, id, exhibitionId, version: 1 });
      const result = await manager.findOneByOrFail(NoteRow, { id });
      return { result, change: { action: said('added', details), changes: between(null, details) } };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  edit(actor: Actor, seen: SeenThing, input: NoteInput): Promise<NoteRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, what);
      const details = valueOf(checkNote(input));
      const changes = between(before, details);
      if (changes.length === 0) return { result: before, change: null };
      const owner = await ownerOf(manager, details.ownerName);
      await manager.update(NoteRow, { id: seen.id }, { ...details, ...owner, version: before.version + 1 });
      const result = await manager.findOneByOrFail(NoteRow, { id: seen.id });
      return { result, change: { action: said('changed', details), changes } };
    });
  }

  /** Whether a note says already what a form says: a second press of its button. */
  saysAlready(note: NoteRow, input: NoteInput): boolean {
    const checked = checkNote(input);
    return checked.ok && between(note, checked.value).length === 0;
  }

  /** Marks it as done or as open; one that is so already stays as it is. @throws Problem 404 */
  mark(actor: Actor, seen: Omit<SeenThing, 'version'>, isDone: boolean): Promise<NoteRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager, actor: { identity } }) => {
      const before = asSeen(await find(manager, seen), { version: null }, what);
      if ((before.doneAt !== null) === isDone) return { result: before, change: null };
      const done = isDone
        ? { doneAt: dateOf(this.clock()), doneBy: identity.personId, doneByName: identity.name }
        : { doneAt: null, doneBy: null, doneByName: null };
      await manager.update(NoteRow, { id: seen.id }, { ...done, version: before.version + 1 });
      const result = await manager.findOneByOrFail(NoteRow, { id: seen.id });
      return { result, change: { action: said(isDone ? 'done' : 'open again', before), changes: [] } };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile` */
  remove(actor: Actor, seen: SeenThing): Promise<NoteRow> {
    return this.plan.run(actor, seen.exhibitionId, async ({ manager }) => {
      const before = asSeen(await find(manager, seen), seen, what);
      await manager.delete(NoteRow, { id: seen.id });
      return {
        result: before,
        change: { action: said('deleted', before), changes: between(before, null) },
      };
    });
  }

  /** Makes a note of what somebody said; of each part once. @throws Problem 404; 422 where they said nothing there */
  ofFeedback(
    actor: Actor,
    { exhibitionId, id }: Omit<SeenThing, 'version'>,
    part: FeedbackPart,
  ): Promise<NoteRow> {
    return this.plan.run(actor, exhibitionId, async ({ manager }) => {
      const found = isId(id) ? await manager.findOneBy(FeedbackRow, { id, exhibitionId }) : null;
      const feedback = asSeen(found, { version: null }, 'answer');
      const there = await manager.findOneBy(NoteRow, { feedbackId: id, feedbackPart: part });
      if (there !== null) return { result: there, change: null };
      const words = part === 'went-well' ? feedback.wentWell : feedback.toChange;
      if (words === '') {
        const message = 'They said nothing there that a note could be made of.';
        throw unprocessable([{ field: 'part', code: 'missing', message }]);
      }
      const details: NoteDetails = {
        kind: part === 'went-well' ? 'keep' : 'change',
        text: Array.from(words).slice(0, longestNote).join(''),
        ownerName: null,
      };
      const row = { ...details, id: uuidv7(), exhibitionId, feedbackId: id, feedbackPart: part, version: 1 };
      await manager.insert(NoteRow, row);
      const result = await manager.findOneByOrFail(NoteRow, { id: row.id });
      return { result, change: { action: said('made of feedback', details), changes: [] } };
    });
  }

  /**
   * Makes a task of it, which settles the note; of one that is a task already none is made.
   *
   * @throws Problem 404; 422 with every field that needs attention
   */
  makeTask(
    manager: EntityManager,
    actor: Actor,
    { exhibitionId, id }: Omit<SeenThing, 'version'>,
    input: TaskInput,
  ): Promise<NoteRow> {
    return this.plan.within(manager, actor, exhibitionId, async ({ actor: { identity } }) => {
      const before = asSeen(await find(manager, { exhibitionId, id }), { version: null }, what);
      if (before.taskId !== null) return { result: before, change: null };
      const task = await this.tasks.add(manager, actor, exhibitionId, input);
      const done = { doneAt: dateOf(this.clock()), doneBy: identity.personId, doneByName: identity.name };
      await manager.update(NoteRow, { id }, { ...done, taskId: task.id, version: before.version + 1 });
      const result = await manager.findOneByOrFail(NoteRow, { id });
      return { result, change: { action: said('made a task', before), changes: [] } };
    });
  }
}

const find = (manager: EntityManager, { exhibitionId, id }: Omit<SeenThing, 'version'>) =>
  isId(id) ? manager.findOneBy(NoteRow, { id, exhibitionId }) : null;

const said = (act: string, { text }: Pick<NoteDetails, 'text'>): string =>
  `Note ${act}: “${titleOf(text, 120)}”`;

const between = (before: NoteDetails | null, after: NoteDetails | null) =>
  changesBetween(before && inWords(before), after && inWords(after));

const inWords = ({ kind, text, ownerName }: NoteDetails): Words => ({
  Kind: noteKindWords[kind],
  Note: text,
  Who: ownerName ?? '',
});
