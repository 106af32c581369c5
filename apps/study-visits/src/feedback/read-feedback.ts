import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { leastAnswers } from './domain/asking.js';
import { feedbackTotals, type FeedbackTotals } from './domain/feedback.js';
import { FeedbackRow } from './feedback.entity.js';

/** What somebody said, without who it was. */
export type GivenFeedback = Omit<FeedbackRow, 'travellerId' | 'visitId' | 'version'>;

export interface AllFeedback {
  /** How many travelled, and so can say how it was. */
  readonly travellers: number;
  readonly answers: number;
  /** `null`: so few have answered that it would be seen whose the answers are. */
  readonly totals: FeedbackTotals | null;
  /** In no order that tells anything. */
  readonly given: readonly GivenFeedback[];
}

/** How travellers found a visit, for staff and boards. */
@Injectable()
export class ReadFeedback {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(visitId: string): Promise<AllFeedback> {
    const { manager } = this.dataSource;
    const rows = await manager.find(FeedbackRow, { where: { visitId }, order: { id: 'ASC' } });
    const [counted]: { n: number }[] = await manager.query(
      "SELECT count(*)::int AS n FROM travellers WHERE visit_id = $1 AND status = 'confirmed'",
      [visitId],
    );
    const isShown = rows.length >= leastAnswers;
    return {
      travellers: counted?.n ?? 0,
      answers: rows.length,
      totals: isShown ? feedbackTotals(rows) : null,
      given: isShown
        ? rows.map(({ id, overall, programme, organisation, journey, recommend, best, toChange }) => ({
            id,
            overall,
            programme,
            organisation,
            journey,
            recommend,
            best,
            toChange,
          }))
        : [],
    };
  }
}
