import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, valueOf } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { noSuchShift } from '../../shifts/shifts.repository.js';
import { ChangeDraft } from '../change-draft.js';
import { candidatesFor } from '../assess.js';
import { ReadBoard } from '../read-board.js';
import { UndoStep } from '../undo-step.js';
import { actOfJson, candidatesJson, comparisonJson, draftJson } from './draft-json.js';
import { actInput, undoInput } from './draft.schema.js';

/** The draft of a rota, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/draft')
export class DraftController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly boards: ReadBoard,
    private readonly change: ChangeDraft,
    private readonly undo: UndoStep,
  ) {}

  @Get()
  async show(@Param('id') name: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(draftJson(await this.board(name)));
  }

  @Get('comparison')
  async compare(@Param('id') name: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(comparisonJson(await this.board(name)));
  }

  @Get('shifts/:shiftId/candidates')
  async candidates(@Param('id') name: string, @Param('shiftId') shiftId: string, @Res() reply: FastifyReply) {
    const board = await this.board(name);
    if (!board.rows.some(({ id }) => id === shiftId)) throw noSuchShift();
    const candidates = candidatesFor(board.problem, board.draft, shiftId);
    return reply.headers(notKept).send(candidatesJson(candidates, board));
  }

  @Post('acts')
  async act(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, actInput);
    const act = valueOf(actOfJson(input));
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return this.once(request, reply, () => this.change.run(actorOf(request), id, input.version, act));
  }

  @Post('undo')
  async takeBack(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { step } = readJson(request, undoInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return this.once(request, reply, async () => ({
      version: await this.undo.run(actorOf(request), id, step),
    }));
  }

  private async board(name: string) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return this.boards.of(id);
  }

  private async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<object>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await work(),
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
