import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { actorOf, EventStreams, Problem } from '#platform';
import {
  form,
  pickFields,
  refusedFields,
  submittedValues,
  textIn,
  uiAssets,
  type Form,
  type LiveState,
} from '#ui';
import { CancelFill } from '../../rota/fill/cancel-fill.js';
import { ReadFill } from '../../rota/fill/read-fill.js';
import { AskForFill, fillSeconds } from '../ask-for-fill.js';
import { boardPath, rotaPath } from '../addresses.js';
import { bases, passChoices } from '../domain/problem-of.js';
import { ReadBoard } from '../read-board.js';
import { TakeFill } from '../take-fill.js';
import { isOpen, liveFill } from './fill-progress.js';
import { FillView } from './fill.view.js';
import { RotaPages, type Answering } from './rota-pages.js';

const names: readonly string[] = ['basis', 'passes', 'seconds'];

/** How often the page of a fill is loaded anew where there are no scripts, in seconds. */
const lookAgainAfter = 5;

/** Fills the rota: asked for, followed while it goes on, and what came of it. */
@Controller('stands/manage/:id/rota/fill')
export class FillPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
    private readonly ask: AskForFill,
    private readonly fills: ReadFill,
    private readonly cancelFill: CancelFill,
    private readonly takeFill: TakeFill,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(id, { request, reply });
  }

  @Post()
  async begin(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), names);
    try {
      const seconds = checkWhole(textIn(values, 'seconds'), 'seconds', {
        what: 'how many seconds to search',
        least: fillSeconds.least,
        most: fillSeconds.most,
      });
      await this.ask.run(actorOf(request), id, {
        seconds: seconds.ok ? seconds.value : 0,
        basis: bases.find((each) => each === textIn(values, 'basis')) ?? 'draft',
        passes: passChoices.find((each) => each === textIn(values, 'passes')) ?? 'issued',
      });
      return await reply.redirect(rotaPath(id, 'fill'), 303);
    } catch (error) {
      if (error instanceof Problem && error.code === 'already-filling')
        return reply.redirect(rotaPath(id, 'fill'), 303);
      if (error instanceof Problem && error.status === 409)
        return this.send(id, { request, reply }, form(values, [{ field: '', message: error.detail }]), 409);
      return this.send(id, { request, reply }, form(values, refusedFields(error, names)), 422);
    }
  }

  @Post('cancel')
  async cancel(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { status } = await this.cancelFill.run(id, textIn(submittedValues(body), 'fill'));
    const path = rotaPath(id, 'fill');
    return status === 'cancelled'
      ? this.pages.done(reply, path, 'The search is stopped. The draft is as it was.')
      : this.pages.told(reply, path, 'The search had ended before it was stopped. Below is what came of it.');
  }

  @Post('take')
  async take(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.takeFill.take(actorOf(request), id, textIn(submittedValues(body), 'fill'));
    return this.pages.done(reply, boardPath(id), 'The rota that was found is the draft now.');
  }

  @Post('leave')
  async leave(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    await this.takeFill.leave(id, textIn(submittedValues(body), 'fill'));
    return this.pages.done(reply, boardPath(id), 'The draft stays as it is.');
  }

  /** For the page's script. */
  @Get('progress')
  async progress(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.streams.tell<LiveState>(request, reply, {
      key: `fill ${id}`,
      look: async () => liveFill(await this.fills.last(id)),
      isOver: ({ isRunning }) => !isRunning,
    });
  }

  private async send(
    id: string,
    { request, reply }: Omit<Answering, 'exhibition'>,
    shown?: Form,
    status = 200,
  ) {
    const board = await this.boards.of(id);
    const fill = board.lastFill;
    const isTold = board.told.places !== null;
    const usual = {
      basis: board.draft.places.length > 0 ? 'draft' : isTold ? 'published' : 'none',
      passes: 'issued',
      seconds: String(fillSeconds.usual),
    };
    return this.pages.sendPart(
      { request, reply, exhibition: board.exhibition },
      {
        part: 'rota',
        heading: 'Fill the rota',
        children: <FillView {...{ board, fill }} outcome={board.lastOutcome} shown={shown ?? form(usual)} />,
        ...(isOpen(fill) && {
          scripts: [uiAssets().addressedAt('/stands/assets/').progress],
          reloadWithoutScripts: lookAgainAfter,
        }),
      },
      status,
    );
  }
}
