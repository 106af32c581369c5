import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { mustHaveTravelled } from '../afterwards/must-have-travelled.js';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, valueOf } from '#platform';
import { dateInWords } from '#ui';
import { CLOCK, type Clock } from '../tokens.js';
import { OpenTraveller, type OpenedTraveller } from '../travellers/open-traveller.js';
import { feedbackWindow, firstDayToAnswer, lastDayToAnswer, type FeedbackWindow } from './domain/asking.js';
import { checkFeedback, type FeedbackInput } from './domain/feedback.js';
import { FeedbackRow } from './feedback.entity.js';

/** A traveller, and what they have said so far of how it was. */
export interface OwnFeedback extends OpenedTraveller {
  /** `null`: nothing; also once it is not known any more whose it is. */
  readonly answer: FeedbackRow | null;
  readonly window: FeedbackWindow;
  /** The first and the last day on which it can be said. */
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/** What a traveller says of how it was, by their own link. */
@Injectable()
export class KeepOwnFeedback {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for whoever withdrew */
  async of(secret: string): Promise<OwnFeedback> {
    return this.ownOf(this.dataSource.manager, await this.open.read({ secret }));
  }

  /** Another answer takes the place of the one before. @throws Problem 404; 409 `feedback-not-open`, `feedback-closed`; 422 */
  answer(secret: string, input: FeedbackInput): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const own = await this.ownOf(manager, await this.open.forChange({ secret }, manager));
      mustBeOpen(own);
      const said = valueOf(checkFeedback(input));
      if (own.answer === null) {
        const { traveller, visit } = own;
        const row = { ...said, id: randomUUID(), visitId: visit.id, travellerId: traveller.id, version: 1 };
        await manager.insert(FeedbackRow, row);
      } else {
        const { id, version } = own.answer;
        await manager.update(FeedbackRow, { id }, { ...said, version: version + 1 });
      }
    });
  }

  private async ownOf(manager: EntityManager, opened: OpenedTraveller): Promise<OwnFeedback> {
    const { traveller, visit } = mustHaveTravelled(opened);
    return {
      traveller,
      visit,
      answer: await manager.findOneBy(FeedbackRow, { travellerId: traveller.id }),
      window: feedbackWindow(visit, this.clock()),
      from: Temporal.PlainDate.from(firstDayToAnswer(visit)),
      until: Temporal.PlainDate.from(lastDayToAnswer(visit)),
    };
  }
}

function mustBeOpen({ window, from, until }: OwnFeedback): void {
  if (window === 'not-yet') {
    throw conflict('feedback-not-open', `You can say how it was from ${dateInWords(from)} on.`);
  }
  if (window === 'closed') {
    throw conflict(
      'feedback-closed',
      `Answers could be given and changed until ${dateInWords(until)}, so this one was not taken.`,
    );
  }
}
