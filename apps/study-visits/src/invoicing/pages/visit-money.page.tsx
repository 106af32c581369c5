import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { moneySheet } from '../money-sheet.js';
import { ReadMoney } from '../read-money.js';
import { VisitMoneyView } from './visit-money.view.js';

/** Who owes what for a visit, for staff. */
@Controller('visits/manage/:id/money')
export class VisitMoneyPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly money: ReadMoney,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Money: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <VisitMoneyView visit={visit} money={await this.money.ofVisit(visit)} />,
    });
  }

  @Get('export.:format')
  async export(@Param('id') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const visit = await this.visits.byId(id);
    return sendSheet(reply, moneySheet(visit, await this.money.ofVisit(visit), this.money.today()), format);
  }
}
