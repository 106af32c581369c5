import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { afterwardsPath } from '../addresses.js';
import { feedbackParts } from '../domain/feedback.js';
import { feedbackSheet } from '../feedback/feedback-sheet.js';
import { ReadFeedback } from '../feedback/read-feedback.js';
import { KeepNotes } from '../notes/keep-notes.js';
import { FeedbackView } from './feedback.view.js';

/** How people found it, for staff, and making notes for next year of it. */
@Controller('stands/manage/:id/afterwards/feedback')
export class FeedbackPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly feedback: ReadFeedback,
    private readonly notes: KeepNotes,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(request, reply, {
      title: `Feedback: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <FeedbackView exhibition={exhibition} feedback={await this.feedback.of(id)} />,
    });
  }

  @Get('export.:format')
  async export(@Param('id') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const exhibition = await this.exhibitions.byId(id);
    const { given } = await this.feedback.of(id);
    return sendSheet(reply, feedbackSheet(exhibition.title, given), format);
  }

  /** A second press finds the note of the first. */
  @Post(':feedbackId/note')
  async note(
    @Param('id') exhibitionId: string,
    @Param('feedbackId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = textIn(submittedValues(body), 'part');
    const part = feedbackParts.find((each) => each === asked) ?? 'to-change';
    try {
      await this.notes.ofFeedback(actorOf(request), { exhibitionId, id }, part);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return this.site.redirect(reply, afterwardsPath(exhibitionId, 'feedback'), {
        type: 'important',
        text: error.fields[0]?.message ?? error.detail,
      });
    }
    return this.site.redirect(reply, afterwardsPath(exhibitionId, 'feedback'), {
      type: 'success',
      text: 'It is a note for next year now, without a name. Change its words under “For next year”.',
    });
  }
}
