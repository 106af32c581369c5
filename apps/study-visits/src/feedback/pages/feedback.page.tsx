import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { feedbackSheet } from '../feedback-sheet.js';
import { ReadFeedback } from '../read-feedback.js';
import { FeedbackView } from './feedback.view.js';

/** How travellers found a visit, for staff. */
@Controller('visits/manage/:id/feedback')
export class FeedbackPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly feedback: ReadFeedback,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Feedback: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <FeedbackView visit={visit} feedback={await this.feedback.of(id)} />,
    });
  }

  @Get('export.:format')
  async take(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return sendSheet(reply, feedbackSheet(visit, await this.feedback.of(id)), sheetFormatOf(format));
  }
}
