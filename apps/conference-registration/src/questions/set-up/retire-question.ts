import { Inject, Injectable } from '@nestjs/common';
import { conflict, Transactions, type Actor } from '#platform';
import { SetUp } from '../../set-up/set-up.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { SetUpQuestion } from './domain/question-details.js';
import { QuestionsRepository } from './questions.repository.js';

/** Stops asking questions, asks them again, and deletes what nobody ever answered. */
@Injectable()
export class RetireQuestion {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly questions: QuestionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Stops asking a question, or asks it again. Its answers stay. Does nothing where it is so already.
   *
   * @throws Problem 404; 409 `conference-ended`, `depended-on`, `condition-retired`
   */
  async run(actor: Actor, conferenceId: string, id: string, isRetired: boolean): Promise<SetUpQuestion> {
    return this.transactions.run(async (manager) => {
      await this.setUp.open(manager, conferenceId);
      const before = await this.questions.read(conferenceId, id, manager);
      if (before.isRetired === isRetired) return before;
      const questions = await this.questions.list(conferenceId, manager);
      if (isRetired) refuseDependedOn(questions, before);
      const condition = questions.find((question) => question.id === before.onlyIf?.questionId);
      if (!isRetired && condition?.isRetired) {
        const detail = `“${before.label}” is asked only after certain answers to “${condition.label}”. Ask that one again first.`;
        throw conflict('condition-retired', detail);
      }
      const version = await this.setUp.record(manager, conferenceId, {
        actor,
        action: `${isRetired ? 'stopped asking' : 'asks again'} “${before.label}”`,
        changes: [],
      });
      await this.questions.retire(manager, { id, version }, isRetired ? this.clock() : null);
      return { ...before, isRetired, version };
    });
  }

  /** @throws Problem 404; 409 `conference-ended`, `depended-on`, `question-answered` */
  async delete(actor: Actor, conferenceId: string, id: string): Promise<SetUpQuestion> {
    return this.transactions.run(async (manager) => {
      await this.setUp.open(manager, conferenceId);
      const question = await this.questions.read(conferenceId, id, manager);
      refuseDependedOn(await this.questions.list(conferenceId, manager), question, true);
      const { isAnswered } = await this.questions.answered(id, manager);
      if (isAnswered) {
        const detail = `“${question.label}” was answered, so it cannot be deleted. Stop asking it: its answers stay.`;
        throw conflict('question-answered', detail);
      }
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: `deleted the question “${question.label}”`,
        changes: [],
      });
      await this.questions.delete(manager, id);
      return question;
    });
  }
}

/** @param includingRetired whether questions count that are not asked any more, but may be again */
function refuseDependedOn(
  questions: readonly SetUpQuestion[],
  { id, label }: SetUpQuestion,
  includingRetired = false,
): void {
  const dependent = questions.find(
    ({ onlyIf, isRetired }) => onlyIf?.questionId === id && (includingRetired || !isRetired),
  );
  if (!dependent) return;
  const detail = `“${dependent.label}” is asked only after certain answers to “${label}”. Change that question first.`;
  throw conflict('depended-on', detail);
}
