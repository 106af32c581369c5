import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ReadVisitors } from '../read-visitors.js';
import { visitorsSheet } from '../sheet.js';
import { VisitorsView } from './visitors.view.js';

const perPage = 50;

/** Who stopped by and wants to hear more, for staff. */
@Controller('stands/manage/:id/visitors')
export class VisitorsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly visitors: ReadVisitors,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const asked = submittedValues(query);
    const words = textIn(asked, 'q');
    const current = Math.min(Math.max(Math.trunc(Number(textIn(asked, 'page'))) || 1, 1), 100_000);
    const [{ visitors, total }, counts] = await Promise.all([
      this.visitors.list(id, words, { from: (current - 1) * perPage, most: perPage }),
      this.visitors.perShift(id),
    ]);
    return this.site.send(request, reply, {
      title: `Visitors: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <VisitorsView
          exhibition={exhibition}
          visitors={visitors}
          counts={counts}
          words={words}
          pages={{ current, total: Math.max(1, Math.ceil(total / perPage)) }}
        />
      ),
    });
  }

  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const exhibition = await this.exhibitions.byId(id);
    const { visitors } = await this.visitors.list(id, textIn(submittedValues(query), 'q'), null);
    return sendSheet(reply, visitorsSheet(exhibition.title, visitors), format);
  }
}
