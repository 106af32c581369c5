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
import { ChangeStatus } from '../change-status.js';
import { CopyVisit } from '../copy-visit.js';
import { CreateVisit } from '../create-visit.js';
import { DeleteDraft } from '../delete-draft.js';
import { EditVisit, readChange } from '../edit-visit.js';
import { VisitHistory } from '../visit-history.js';
import { PageVisits } from './page-visits.js';
import { VisitAnswers } from './visit-answers.js';
import { historyJson, readVisit } from './visit-json.js';
import { copyInput, statusInput, visitInput, visitsQuery } from './visit.schema.js';

/** Visits, for programs. */
@Controller('api/v1/study-visits/visits')
export class VisitsController {
  constructor(
    private readonly pages: PageVisits,
    private readonly answers: VisitAnswers,
    private readonly create: CreateVisit,
    private readonly edit: EditVisit,
    private readonly copy: CopyVisit,
    private readonly status: ChangeStatus,
    private readonly deleteDraft: DeleteDraft,
    private readonly history: VisitHistory,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = readQuery(query, visitsQuery);
    const { items, nextCursor } = await this.pages.page(isStaff(request.identity), asked);
    return reply.headers(notKept).send({ items: items.map((each) => this.answers.json(each)), nextCursor });
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
    const input = readVisit(readJson(request, visitInput));
    return this.answers.post(request, reply, 201, () =>
      this.transactions.run((manager) => this.create.run(manager, actorOf(request), input)),
    );
  }

  @Put(':id')
  change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const input = readVisit(readJson(request, visitInput));
    return this.answers.send(request, reply, this.edit.run(actorOf(request), seen, readChange(input)));
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
