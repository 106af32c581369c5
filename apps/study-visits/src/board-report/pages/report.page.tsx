import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { ReadRisks } from '../../risks/read-risks.js';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { boardReportPdf } from '../board-report-pdf.js';
import { KeepBoardReport } from '../keep-board-report.js';
import { ReadBoardReport } from '../read-board-report.js';
import { fillReport, readReport, ReportFields, reportNames } from './report-form.js';
import { ReportView } from './report.view.js';

/** What the board reads of a visit, and what staff write of it. */
@Controller('visits/manage/:id/report')
export class ReportPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly risks: ReadRisks,
    private readonly reports: ReadBoardReport,
    private readonly keep: KeepBoardReport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Report: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <ReportView report={await this.reports.of(visit)} />,
    });
  }

  @Get('report.pdf')
  async pdf(@Param('id') id: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const file = await boardReportPdf(await this.reports.of(visit), this.clock());
    const fileName = `Report, ${visit.title}.pdf`;
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(file);
  }

  @Get('edit')
  async showEdit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const written = await this.reports.written(id);
    const shown = form(written === null ? {} : fillReport(written));
    return this.ask(request, reply, id, { shown, version: written?.version ?? 0, status: 200 });
  }

  @Post('edit')
  async save(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const version = readVersion(sent) ?? 0;
    const risks = await this.risks.of(id);
    const names = reportNames(risks);
    const values = pickFields(sent, names);
    const input = readReport(values, risks);
    const saved = () => this.forms.done(reply, id, 'report', 'The report is saved.');
    try {
      await this.keep.save(actorOf(request), { visitId: id, version }, input);
      return await saved();
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      if (isProblem(error, 409)) {
        const written = await this.reports.written(id);
        // Saved by a first press of the same button.
        if (this.keep.saysAlready(written, input, risks)) return saved();
        const message = `${error.detail} What you wrote is below; saving replaces it.`;
        const shown = form(values, [{ field: '', message }]);
        return this.ask(request, reply, id, { shown, version: written?.version ?? 0, status: 409 });
      }
      const shown = form(values, refusedFields(error, names));
      return this.ask(request, reply, id, { shown, version, status: 422 });
    }
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { shown, version, status }: { readonly shown: Form; readonly version: number; readonly status: number },
  ) {
    const visit = await this.visits.byId(id);
    const page = {
      visit,
      heading: 'Write the report for the board',
      part: 'report/edit',
      backPart: 'report',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save the report',
      children: <ReportFields form={shown} visit={visit} risks={await this.risks.of(id)} />,
    };
    return this.forms.send(request, reply, page, status);
  }
}
