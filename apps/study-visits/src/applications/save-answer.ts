import { Inject, Injectable } from '@nestjs/common';
import { dateOf, Transactions, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ApplicationRow } from './application.entity.js';
import { checkAnswer, withAnswer } from './domain/answers.js';
import type { Question } from './domain/application.js';
import { answerMark, isStale, type Seen } from './marks.js';
import { OpenApplication, type Who } from './open-application.js';
import { editedMeanwhile } from './problems.js';

/** Keeps the answer to a question; a draft need not have one. */
@Injectable()
export class SaveAnswer {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed, whatever was seen: a second press is harmless.
   *
   * @throws Problem 403; 404; 409 `application-submitted`, `application-withdrawn`, `edited-meanwhile`; 422 on `answer`
   */
  run(who: Who, question: Question, text: string, seen: Seen): Promise<void> {
    const answer = valueOf(checkAnswer(question, text));
    return this.transactions.run(async (manager) => {
      const { row } = await this.applications.forChange(manager, who, 'edit');
      if ((row.answers[question] ?? null) === answer) return;
      if (isStale(seen, row.version, answerMark(row, question))) throw editedMeanwhile();
      const answers = withAnswer(row.answers, question, answer);
      await manager.update(
        ApplicationRow,
        { id: row.id },
        { answers, changedAt: dateOf(this.clock()), version: row.version + 1 },
      );
    });
  }
}
