import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem, RunOnce, Transactions } from '#platform';
import { allValues, BackLink, form, readToken, Site, submittedValues, textIn, type Form } from '#ui';
import { isId } from '../../domain/ids.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { coverPath, todayPath } from '../addresses.js';
import { AskForCover } from '../ask-for-cover.js';
import { CoverRepository } from '../cover.repository.js';
import { answerMinutes, askModeOf } from '../domain/cover-ask.js';
import { ReadShiftToCover } from '../shift-to-cover.js';
import { CoverView } from './cover.view.js';

/** Who could step into a shift, for staff, and asking them. */
@Controller('stands/manage/:id/today')
export class CoverPage {
  constructor(
    private readonly site: Site,
    private readonly shifts: ReadShiftToCover,
    private readonly covers: CoverRepository,
    private readonly ask: AskForCover,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get('shifts/:shiftId')
  show(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, { id, shiftId, shown: form(), token: randomUUID() });
  }

  @Post('shifts/:shiftId')
  async begin(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const [actor, token] = [actorOf(request), readToken(values)];
    const minutes = Number(textIn(values, 'minutes'));
    const wish = {
      shiftId,
      memberIds: allValues(values, 'members'),
      mode: askModeOf(textIn(values, 'mode')),
      minutes: answerMinutes.find((each) => each === minutes) ?? 30,
    };
    try {
      await this.runOnce.run(actor, token, { ...wish, id, kind: 'ask-for-cover' }, (manager) =>
        this.ask.run(manager, actor, id, wish),
      );
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.fields.length > 0
          ? error.fields.map(({ field, message }) => ({ field, message }))
          : [{ field: '', message: error.detail }];
      return this.send(request, reply, { id, shiftId, shown: form(values, errors), token }, error.status);
    }
    const text =
      wish.mode === 'all'
        ? 'They have been written to. The first to say yes has the shift.'
        : 'The first has been written to. We go on by ourselves when they cannot or do not answer.';
    return this.site.redirect(reply, coverPath(id, shiftId), { type: 'success', text });
  }

  @Post('shifts/:shiftId/requests/:requestId/stop')
  async stop(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Param('requestId') requestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = isId(id) && isId(shiftId) ? await this.covers.of({ exhibitionId: id, shiftId }) : [];
    if (!asked.some(({ row }) => row.id === requestId)) throw notFound('Nobody was asked like this.');
    await this.transactions.run((manager) => this.ask.stop(manager, actorOf(request), id, requestId));
    return this.site.redirect(reply, coverPath(id, shiftId));
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, shiftId, shown, token }: { id: string; shiftId: string; shown: Form; token: string },
    status = 200,
  ) {
    const cover = await this.shifts.of(id, shiftId);
    const requests = await this.covers.of({ exhibitionId: id, shiftId });
    const page = {
      title: `Who could step in? ${cover.exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={todayPath(id)}>Stand now</BackLink>,
      main: (
        <CoverView
          cover={cover}
          requests={requests}
          form={shown}
          token={token}
          when={shiftInWords(cover.shift, cover.exhibition.zone)}
        />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
