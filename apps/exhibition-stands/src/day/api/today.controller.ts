import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, RunOnce, Transactions } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ReadCurrent } from '../../published/read-current.js';
import { AskForCover } from '../ask-for-cover.js';
import { CoverRepository } from '../cover.repository.js';
import { DropOut, noSuchOwnShift } from '../drop-out.js';
import { ReadToday } from '../read-today.js';
import { SayPresence } from '../say-presence.js';
import { ReadShiftToCover } from '../shift-to-cover.js';
import { coverJson, todayJson } from './day-json.js';
import { coverInput, dropOutInput, presenceInput } from './day.schema.js';

/** The day on the stand, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/today')
export class TodayController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly today: ReadToday,
    private readonly currents: ReadCurrent,
    private readonly presence: SayPresence,
    private readonly dropOut: DropOut,
    private readonly shifts: ReadShiftToCover,
    private readonly covers: CoverRepository,
    private readonly ask: AskForCover,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(@Param('id') name: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.json(name));
  }

  @Post('assignments/:assignmentId/presence')
  async say(
    @Param('id') name: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { act } = readJson(request, presenceInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.presence.byStaff(actorOf(request), id, assignmentId, act);
      return { status: 200, body: await this.json(id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('assignments/:assignmentId/drop-out')
  async drop(
    @Param('id') name: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = readJson(request, dropOutInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const one = (await this.currents.of(id)).find((each) => each.id === assignmentId);
    if (one === undefined) throw noSuchOwnShift();
    const answer = await idempotently(this.dataSource, request, async () => {
      const by = { actor: actorOf(request), correlationId: request.id };
      await this.dropOut.run({ exhibitionId: id, memberId: one.memberId }, assignmentId, reason.trim(), by);
      return { status: 200, body: await this.json(id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get('shifts/:shiftId')
  async cover(@Param('id') name: string, @Param('shiftId') shiftId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply.headers(notKept).send(await this.coverOf(id, shiftId));
  }

  @Post('shifts/:shiftId/requests')
  async begin(
    @Param('id') name: string,
    @Param('shiftId') shiftId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wish = readJson(request, coverInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      await this.runOnce.run(actor, attempt.id, {}, (manager) =>
        this.ask.run(manager, actor, id, { ...wish, shiftId }),
      );
      return { status: 201, body: await this.coverOf(id, shiftId) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('requests/:requestId/stop')
  async stop(
    @Param('id') name: string,
    @Param('requestId') requestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.transactions.run((manager) => this.ask.stop(manager, actorOf(request), id, requestId));
    return reply
      .code(200)
      .headers(notKept)
      .send(await this.json(id));
  }

  private async json(name: string) {
    return todayJson(await this.today.of(await this.exhibitions.byIdOrSlug(name)));
  }

  private async coverOf(exhibitionId: string, shiftId: string) {
    const cover = await this.shifts.of(exhibitionId, shiftId);
    return coverJson(cover, await this.covers.of({ exhibitionId, shiftId }));
  }
}
