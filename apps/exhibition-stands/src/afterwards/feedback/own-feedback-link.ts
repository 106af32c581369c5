import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { instantOf } from '#platform';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { feedbackPath } from '../addresses.js';
import { isOpen, lastDayToAnswer } from '../domain/feedback.js';
import { ThanksMails } from '../thanks/thanks-mails.js';
import { ThanksRow } from '../thanks/thanks.entities.js';
import { FeedbackRow } from './feedback.entity.js';

/** Where somebody can say how it was, whether or not they had the mail. */
export interface FeedbackLink {
  readonly path: string;
  readonly hasAnswered: boolean;
  /** The last day. */
  readonly until: Temporal.PlainDate;
}

/** Finds the link that somebody was mailed, for their own pages: they may have switched such mails off. */
@Injectable()
export class OwnFeedbackLink {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly mails: ThanksMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns `null` before they were thanked, and once nothing can be said any more */
  async of(teamMemberId: string, { zone }: Pick<Exhibition, 'zone'>): Promise<FeedbackLink | null> {
    const { manager } = this.dataSource;
    const thanks = await manager.findOneBy(ThanksRow, { teamMemberId });
    if (thanks === null || thanks.secretHash === null) return null;
    const sentAt = instantOf(thanks.sentAt);
    if (!isOpen(sentAt, this.clock(), zone)) return null;
    return {
      path: feedbackPath(this.mails.secretOf(thanks.id)),
      hasAnswered: await manager.existsBy(FeedbackRow, { teamMemberId }),
      until: lastDayToAnswer(sentAt, zone),
    };
  }
}
