import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Balance } from '../budget/domain/budget.js';
import { ReadBudget } from '../budget/read-budget.js';
import { ReadErasure } from '../erasure/read-erasure.js';
import { ReadFeedback, type AllFeedback } from '../feedback/read-feedback.js';
import { ReadNotes, type PublishedNote } from '../learning-notes/read-notes.js';
import { ReadRisks } from '../risks/read-risks.js';
import type { RiskRow } from '../risks/risk.entity.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { BoardReportRow } from './board-report.entity.js';
import { costsPerHead, organisationsOf, type CostPerHead, type SentBy } from './domain/costs.js';

/** All that the board reads of a visit. It names nobody who did not sign a note that is published. */
export interface BoardReportRead {
  readonly visit: Visit;
  /** What staff wrote; `null`: nothing yet. */
  readonly written: BoardReportRow | null;
  readonly organisations: readonly SentBy[];
  readonly delegates: number;
  readonly funded: number;
  readonly leaders: number;
  readonly notes: readonly PublishedNote[];
  readonly costs: readonly CostPerHead[];
  readonly balance: Balance;
  readonly feedback: AllFeedback;
  readonly risks: readonly RiskRow[];
  readonly cameTrue: readonly { readonly risk: RiskRow; readonly words: string }[];
  readonly erasedAt: Temporal.Instant | null;
}

/** Puts together what the board reads of a visit. */
@Injectable()
export class ReadBoardReport {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
    private readonly budget: ReadBudget,
    private readonly notes: ReadNotes,
    private readonly feedback: ReadFeedback,
    private readonly risks: ReadRisks,
    private readonly erasures: ReadErasure,
  ) {}

  /** What staff wrote; `null`: nothing yet. */
  written(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<BoardReportRow | null> {
    return manager.findOneBy(BoardReportRow, { visitId });
  }

  async of(visit: Visit): Promise<BoardReportRead> {
    const { id } = visit;
    const written = await this.written(id);
    const travellers = await this.travellers.confirmed(id);
    const delegates = travellers.filter(({ part }) => part === 'delegate');
    const { lines, balance } = await this.budget.of(visit);
    const risks = await this.risks.of(id);
    const { certificate } = await this.erasures.of(visit);
    return {
      visit,
      written,
      organisations: organisationsOf(travellers),
      delegates: delegates.length,
      funded: delegates.filter(({ funded }) => funded).length,
      leaders: travellers.length - delegates.length,
      notes: await this.notes.published(id),
      costs: lines.length === 0 ? [] : costsPerHead(lines, delegates.length),
      balance,
      feedback: await this.feedback.of(id),
      risks,
      cameTrue: risks.flatMap((risk) => {
        const words = written?.cameTrue.find(({ riskId }) => riskId === risk.id)?.words;
        return words === undefined ? [] : [{ risk, words }];
      }),
      erasedAt: certificate?.at ?? null,
    };
  }
}
