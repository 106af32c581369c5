import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { changesBetween } from '../../set-up/domain/changes.js';
import { newOrder } from '../../set-up/new-order.js';
import { asSeen, type Seen } from '../../set-up/problems.js';
import { SetUp } from '../../set-up/set-up.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import {
  checkChange,
  checkQuestion,
  orderProblem,
  type Around,
  type QuestionInput,
  type SetUpQuestion,
} from './domain/question-details.js';
import { questionWords } from './domain/question-words.js';
import { QuestionsRepository } from './questions.repository.js';

/** More than anybody would answer. */
export const mostQuestions = 100;

/** Asks, changes and orders the questions of a conference. */
@Injectable()
export class ChangeQuestions {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly questions: QuestionsRepository,
  ) {}

  /**
   * Asks another question, after the others; within a transaction of the caller's, who makes sure that a second press of the
   * button does not come here.
   *
   * @throws Problem 404; 409 `conference-ended`; 422 with every field that needs attention
   */
  async add(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    input: QuestionInput,
  ): Promise<SetUpQuestion> {
    const conference = await this.setUp.open(manager, conferenceId);
    const tickets = await this.tickets.list(conference, manager);
    const earlier = await this.questions.list(conferenceId, manager);
    const details = valueOf(checkQuestion(input, { tickets, earlier }));
    if (earlier.length >= mostQuestions) {
      const message = `A conference has ${mostQuestions} questions at most. Delete one that nobody has answered first.`;
      throw unprocessable([{ field: '', code: 'too-many', message }]);
    }
    const version = await this.setUp.record(manager, conferenceId, {
      actor,
      action: `added the question “${details.label}”`,
      changes: changesBetween(null, questionWords(details, { tickets, earlier })),
    });
    const position = Math.max(0, ...earlier.map((other) => other.position)) + 1;
    const question = { ...details, id: uuidv7(), position, isRetired: false, version };
    await this.questions.add(manager, conferenceId, question);
    return question;
  }

  /**
   * @throws Problem 404; 409 `edited-meanwhile`, `conference-ended`; 422 with every field that needs attention
   */
  async edit(
    actor: Actor,
    { conferenceId, id, version }: Seen,
    input: QuestionInput,
  ): Promise<SetUpQuestion> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = asSeen(await this.questions.read(conferenceId, id, manager), version, 'question');
      const tickets = await this.tickets.list(conference, manager);
      const { earlier, later } = around(await this.questions.list(conferenceId, manager), id);
      const details = valueOf(checkQuestion(input, { tickets, earlier }));
      const answered = await this.questions.answered(id, manager);
      const problems = checkChange(before, details, answered, later);
      if (problems.length > 0) throw unprocessable(problems);
      const words = (question: typeof details) => questionWords(question, { tickets, earlier });
      const changes = changesBetween(words(before), words(details));
      if (changes.length === 0) return before;
      const action = `changed the question “${before.label}”`;
      const changed = await this.setUp.record(manager, conferenceId, { actor, action, changes });
      const after = { ...before, ...details, version: changed };
      await this.questions.update(manager, after);
      return after;
    });
  }

  /**
   * @param reorder gives all ids in their new order
   * @throws Problem 404; 409 `conference-ended`; 422 when the ids are not those of all, or a question would come before the
   *   one that it depends on
   */
  async order(
    actor: Actor,
    conferenceId: string,
    reorder: (ids: readonly string[]) => readonly string[],
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.setUp.open(manager, conferenceId);
      const questions = await this.questions.list(conferenceId, manager);
      const before = questions.map(({ id }) => id);
      const after = newOrder(before, reorder(before));
      if (after === null) return;
      const inOrder = after.flatMap((id) => questions.find((question) => question.id === id) ?? []);
      const problem = orderProblem(inOrder);
      if (problem) throw unprocessable([problem]);
      const labels = (list: readonly SetUpQuestion[]) => list.map(({ label }) => label).join('\n');
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: 'put the questions in another order',
        changes: [{ field: 'Order', before: labels(questions), after: labels(inOrder) }],
      });
      for (const [index, id] of after.entries()) await this.questions.place(manager, id, index + 1);
    });
  }
}

/** What stands before a question, and what is asked after it. */
export function around(
  questions: readonly SetUpQuestion[],
  id: string,
): { readonly earlier: Around['earlier']; readonly later: readonly SetUpQuestion[] } {
  const index = questions.findIndex((question) => question.id === id);
  return {
    earlier: questions.slice(0, index),
    later: questions.slice(index + 1).filter(({ isRetired }) => !isRetired),
  };
}
