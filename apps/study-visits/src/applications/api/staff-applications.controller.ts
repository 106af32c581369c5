import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  cursorPage,
  decodeCursor,
  idempotently,
  notKept,
  readJson,
  readQuery,
  Transactions,
  versionTag,
  type SentQuery,
} from '#platform';
import { idPattern } from '../../domain/ids.js';
import { readListFilter } from '../domain/list-filter.js';
import { PutInApplication } from '../put-in-application.js';
import { ReadApplications } from '../read-applications.js';
import { listedJson } from './application-json.js';
import { applicationsQuery, typedInput } from './application.schema.js';
import { StaffAnswers } from './staff-answers.js';

/** The applications for a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id')
export class StaffApplicationsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly answers: StaffAnswers,
    private readonly applications: ReadApplications,
    private readonly putInApplication: PutInApplication,
  ) {}

  @Get('applications')
  async list(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, ...asked } = readQuery(query, applicationsQuery);
    const [last] = cursor === undefined ? [null] : decodeCursor(cursor, [idPattern] as const);
    const id = await this.answers.visitId(name);
    const rows = await this.applications.after(id, readListFilter(asked), last, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, (row) => [row.id]);
    return reply.headers(notKept).send({ items: items.map(listedJson), nextCursor });
  }

  @Get('application-counts')
  async counts(@Param('id') name: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.answers.counts(name));
  }

  @Post('applications')
  async add(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const typed = readJson(request, typedInput);
    const visitId = await this.answers.visitId(name);
    const answer = await idempotently(this.dataSource, request, async () => {
      const id = await this.transactions.run((manager) =>
        this.putInApplication.within(manager, actorOf(request), visitId, typed),
      );
      return { status: 201, body: await this.answers.json(visitId, id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get('applications/:applicationId')
  show(@Param('id') name: string, @Param('applicationId') id: string, @Res() reply: FastifyReply) {
    return this.send(reply, name, id);
  }

  private async send(reply: FastifyReply, name: string, id: string) {
    const body = await this.answers.json(await this.answers.visitId(name), id);
    return reply.headers({ ...notKept, etag: versionTag(body.version) }).send(body);
  }
}
