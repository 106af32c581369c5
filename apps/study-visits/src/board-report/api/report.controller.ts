import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, versionTag } from '#platform';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { purposeOf } from '../in-words.js';
import { KeepBoardReport } from '../keep-board-report.js';
import { ReadBoardReport, type BoardReportRead } from '../read-board-report.js';
import { reportInput, type reportOutput } from './report.schema.js';

/** What the board reads of a visit, for programs. */
@Controller('api/v1/study-visits/visits/:id/report')
export class ReportController {
  constructor(
    private readonly visits: FindVisit,
    private readonly reports: ReadBoardReport,
    private readonly keep: KeepBoardReport,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return this.answer(reply, await this.visits.byIdOrSlug(id));
  }

  @Put()
  async write(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(id);
    const isNew = request.headers['if-match']?.trim() === versionTag(0);
    const seen = { visitId: visit.id, version: isNew ? 0 : requiredVersion(request) };
    await asPrecondition(this.keep.save(actorOf(request), seen, readJson(request, reportInput)));
    return this.answer(reply, visit);
  }

  private async answer(reply: FastifyReply, visit: Visit) {
    const report = reportJson(await this.reports.of(visit));
    return reply.headers({ ...notKept, etag: versionTag(report.version) }).send(report);
  }
}

function reportJson(report: BoardReportRead): z.output<typeof reportOutput> {
  const { written, feedback, balance } = report;
  return {
    purpose: purposeOf(report),
    learned: written?.learned ?? '',
    recommendations: written?.recommendations ?? '',
    cameTrue: report.cameTrue.map(({ risk, words }) => ({ riskId: risk.id, hazard: risk.hazard, words })),
    organisations: [...report.organisations],
    delegates: report.delegates,
    leaders: report.leaders,
    costs: [...report.costs],
    fundedPence: balance.totals.fundedPence,
    averages: (feedback.totals?.ratings ?? []).map(({ question, average }) => ({ question, average })),
    learning: report.notes.map(({ title, signature }) => ({ title, signature })),
    erasedAt: report.erasedAt?.toString() ?? null,
    version: written?.version ?? 0,
  };
}
