import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadBudget } from '../read-budget.js';
import { budgetSheet } from '../sheet.js';
import { BudgetView } from './budget.view.js';

/** What a visit may cost, what it did, who pays for it, and what it comes to for each delegate. */
@Controller('visits/manage/:id/budget')
export class BudgetPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly budget: ReadBudget,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Budget: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <BudgetView visit={visit} budget={await this.budget.of(visit)} />,
    });
  }

  @Get('export.:format')
  async take(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return sendSheet(reply, budgetSheet(visit, await this.budget.of(visit)), sheetFormatOf(format));
  }
}
