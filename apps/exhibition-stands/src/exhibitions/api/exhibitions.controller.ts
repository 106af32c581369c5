import { Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayFromIso } from '#checks';
import {
  actorOf,
  isStaff,
  notKept,
  readJson,
  readQuery,
  requiredVersion,
  Transactions,
  type SentQuery,
} from '#platform';
import { ChangeDays } from '../change-days.js';
import { ChangeStatus } from '../change-status.js';
import { CopyExhibition } from '../copy-exhibition.js';
import { CreateExhibition } from '../create-exhibition.js';
import { DeleteDraft } from '../delete-draft.js';
import { EditExhibition } from '../edit-exhibition.js';
import { ExhibitionHistory } from '../exhibition-history.js';
import { ExhibitionAnswers } from './exhibition-answers.js';
import { historyJson, readDays, readExhibition } from './exhibition-json.js';
import {
  copyInput,
  daysInput,
  exhibitionInput,
  exhibitionsQuery,
  newExhibitionInput,
  statusInput,
} from './exhibition.schema.js';
import { PageExhibitions } from './page-exhibitions.js';

/** Exhibitions, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions')
export class ExhibitionsController {
  constructor(
    private readonly pages: PageExhibitions,
    private readonly answers: ExhibitionAnswers,
    private readonly create: CreateExhibition,
    private readonly edit: EditExhibition,
    private readonly days: ChangeDays,
    private readonly copy: CopyExhibition,
    private readonly status: ChangeStatus,
    private readonly deleteDraft: DeleteDraft,
    private readonly history: ExhibitionHistory,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = readQuery(query, exhibitionsQuery);
    const { items, nextCursor } = await this.pages.page(isStaff(request.identity), asked);
    return reply
      .headers(notKept)
      .send({ items: items.map((each) => this.answers.json(request, each)), nextCursor });
  }

  @Get(':id')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.send(request, reply, this.pages.one(id, isStaff(request.identity)));
  }

  @Get(':id/history')
  async changes(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.pages.one(name, true);
    return reply.headers(notKept).send({ items: (await this.history.of(id)).map(historyJson) });
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { days, ...sent } = readJson(request, newExhibitionInput);
    const input = { ...readExhibition(sent), days: readDays({ days }) };
    return this.answers.post(request, reply, 201, () =>
      this.transactions.run((manager) => this.create.run(manager, actorOf(request), input)),
    );
  }

  @Put(':id')
  change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const input = readExhibition(readJson(request, exhibitionInput));
    return this.answers.send(request, reply, this.edit.run(actorOf(request), seen, input));
  }

  @Put(':id/days')
  changeDays(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const input = readDays(readJson(request, daysInput));
    return this.answers.send(request, reply, this.days.run(actorOf(request), seen, input));
  }

  @Delete(':id')
  async remove(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.deleteDraft.run({ id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  @Post(':id/status')
  changeStatus(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const { status: to, reason } = readJson(request, statusInput);
    return this.answers.post(request, reply, 200, () =>
      this.status.run(actorOf(request), seen, { to, reason }),
    );
  }

  @Post(':id/copy')
  copied(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { title, firstDay } = readJson(request, copyInput);
    const input = { title, firstDay: dayFromIso(firstDay, 'firstDay') };
    return this.answers.post(request, reply, 201, () =>
      this.transactions.run((manager) => this.copy.run(manager, actorOf(request), id, input)),
    );
  }
}
