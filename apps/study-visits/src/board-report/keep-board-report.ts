import { Injectable } from '@nestjs/common';
import { changesBetween, type Words } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { thingEditedMeanwhile } from '../plans/problems.js';
import { ReadRisks } from '../risks/read-risks.js';
import type { RiskRow } from '../risks/risk.entity.js';
import { BoardReportRow } from './board-report.entity.js';
import { checkBoardReport, type BoardReport, type BoardReportInput } from './domain/board-report.js';
import { ReadBoardReport } from './read-board-report.js';

/** What the person saw of a report. */
export interface SeenReport {
  readonly visitId: string;
  /** 0: nothing was written; `null`: whichever it is. */
  readonly version: number | null;
}

/** Writes what staff tell the board of a visit. */
@Injectable()
export class KeepBoardReport {
  constructor(
    private readonly plan: ChangePlan,
    private readonly reports: ReadBoardReport,
    private readonly risks: ReadRisks,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  save(actor: Actor, seen: SeenReport, input: BoardReportInput): Promise<BoardReportRow> {
    const { visitId } = seen;
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const before = await this.reports.written(visitId, manager);
      if (seen.version !== null && (before?.version ?? 0) !== seen.version)
        throw thingEditedMeanwhile('report');
      const risks = await this.risks.of(visitId, manager);
      const after = valueOf(checkBoardReport(input, idsOf(risks)));
      const changes = changesBetween(before && inWords(before, risks), inWords(after, risks));
      if (before !== null && changes.length === 0) return { result: before, change: null };
      const row = { ...after, cameTrue: [...after.cameTrue], visitId, version: (before?.version ?? 0) + 1 };
      await manager.upsert(BoardReportRow, row, ['visitId']);
      const result = await manager.findOneByOrFail(BoardReportRow, { visitId });
      return { result, change: { action: 'Report for the board written', changes } };
    });
  }

  /** Whether it says already what a form says: a second press of its button. */
  saysAlready(before: BoardReportRow | null, input: BoardReportInput, risks: readonly RiskRow[]): boolean {
    const checked = checkBoardReport(input, idsOf(risks));
    return (
      checked.ok &&
      before !== null &&
      changesBetween(inWords(before, risks), inWords(checked.value, risks)).length === 0
    );
  }
}

const idsOf = (risks: readonly RiskRow[]): readonly string[] => risks.map(({ id }) => id);

const inWords = (
  { purpose, learned, recommendations, cameTrue }: BoardReport,
  risks: readonly RiskRow[],
): Words => ({
  'What it was for': purpose,
  'What was learned': learned,
  'What we recommend': recommendations,
  'What came true': risks
    .flatMap(({ id, hazard }) => {
      const words = cameTrue.find(({ riskId }) => riskId === id)?.words;
      return words === undefined ? [] : [`${hazard}: ${words}`];
    })
    .join('\n'),
});
