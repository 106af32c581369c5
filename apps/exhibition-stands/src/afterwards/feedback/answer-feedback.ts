import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { dateInWords } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { checkFeedback, type FeedbackInput } from '../domain/feedback.js';
import { FeedbackRow } from './feedback.entity.js';
import { ReadFeedback } from './read-feedback.js';

/** Takes what somebody says of how it was, by the link that they were mailed. */
@Injectable()
export class AnswerFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: ReadFeedback,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Another answer takes the place of the one before. @throws Problem 404; 409 `feedback-closed`; 422 */
  run(secret: string, input: FeedbackInput): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { thanks, answer, isOpen, until } = await this.feedback.bySecret(secret, manager, true);
      if (!isOpen) {
        throw conflict(
          'feedback-closed',
          `Answers could be given and changed until ${dateInWords(until)}, so this one stays as it was.`,
        );
      }
      const said = { ...valueOf(checkFeedback(input)), answeredAt: dateOf(this.clock()) };
      if (answer !== null) {
        await manager.update(FeedbackRow, { id: answer.id }, { ...said, version: answer.version + 1 });
        return;
      }
      const { exhibitionId, teamMemberId } = thanks;
      await manager.insert(FeedbackRow, { ...said, id: uuidv7(), exhibitionId, teamMemberId, version: 1 });
    });
  }
}
