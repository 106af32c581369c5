import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  idempotently,
  notKept,
  readJson,
  requiredVersion,
  Transactions,
  valueOf,
} from '#platform';
import { DraftsRepository } from '../../board/drafts.repository.js';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { ChangeShifts } from '../change-shifts.js';
import { checkPattern } from '../domain/check-pattern.js';
import { MakeFromPattern } from '../make-from-pattern.js';
import { ShiftsRepository } from '../shifts.repository.js';
import { patternOfJson, planJson, shiftJson, shiftOfJson } from './shift-json.js';
import { patternInput, patternRun, removalInput, shiftInput } from './shift.schema.js';

/** Shifts and the pattern that makes them, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id')
export class ShiftsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly changeShifts: ChangeShifts,
    private readonly make: MakeFromPattern,
  ) {}

  @Get('shifts')
  async list(@Param('id') name: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    const shifts = await this.shifts.list(exhibition.id);
    return reply.headers(notKept).send({ items: shifts.map((shift) => shiftJson(shift, exhibition)) });
  }

  @Post('shifts')
  async add(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, shiftInput);
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/exhibitions/${exhibition.id}/shifts/${id}`,
      work: async () => {
        const shift = await this.transactions.run((manager) =>
          this.changeShifts.add(manager, actorOf(request), exhibition.id, () => shiftOfJson(input)),
        );
        return shiftJson(shift, exhibition);
      },
    });
  }

  @Get('shifts/:shiftId')
  async show(@Param('id') name: string, @Param('shiftId') shiftId: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    return this.answers.thing(reply, shiftJson(await this.shifts.one(exhibition.id, shiftId), exhibition));
  }

  @Put('shifts/:shiftId')
  async edit(
    @Param('id') name: string,
    @Param('shiftId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = readJson(request, shiftInput);
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    const seen = { exhibitionId: exhibition.id, id, version };
    const edited = this.changeShifts.edit(actorOf(request), seen, () => shiftOfJson(input));
    return this.answers.thing(reply, shiftJson(await asPrecondition(edited), exhibition));
  }

  @Delete('shifts/:shiftId')
  async removeOne(
    @Param('id') name: string,
    @Param('shiftId') shiftId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.shifts.one(id, shiftId);
    await this.changeShifts.remove(actorOf(request), id, [shiftId]);
    return reply.code(204).headers(notKept).send();
  }

  @Post('shifts/removals')
  async remove(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { shiftIds } = readJson(request, removalInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return this.once(request, reply, async () => ({
      removed: await this.changeShifts.remove(actorOf(request), id, shiftIds),
    }));
  }

  @Get('shift-pattern')
  async pattern(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply.headers(notKept).send(await this.drafts.pattern(id));
  }

  @Post('shift-pattern/previews')
  async preview(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const pattern = valueOf(checkPattern(patternOfJson(readJson(request, patternInput))));
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply
      .code(200)
      .headers(notKept)
      .send(planJson(await this.make.preview(id, pattern)));
  }

  @Post('shift-pattern/runs')
  async run(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { pattern, version } = readJson(request, patternRun);
    const checked = valueOf(checkPattern(patternOfJson(pattern)));
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return this.once(request, reply, async () =>
      planJson(await this.make.run(actorOf(request), id, checked, version)),
    );
  }

  private async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<object>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await work(),
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
