import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  cursorPage,
  decodeCursor,
  idempotently,
  instantOf,
  notKept,
  readJson,
  readQuery,
  type SentQuery,
} from '#platform';
import { PageConferences } from '../../../conferences/api/page-conferences.js';
import { idPattern } from '../../../domain/ids.js';
import { DecideApplications } from '../decide-applications.js';
import { ReadApplications, type Application } from '../read-applications.js';
import { applicationsQuery, decisionInput, type ApplicationOutput } from './application.schema.js';

/** Applications, for programs of staff. */
@Controller('api/v1/conference-registration/conferences/:id/applications')
export class ApplicationsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly conferences: PageConferences,
    private readonly applications: ReadApplications,
    private readonly decideApplications: DecideApplications,
  ) {}

  @Get()
  async list(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit } = readQuery(query, applicationsQuery);
    const { id } = await this.conferences.one(name, true);
    const [last] = cursor === undefined ? [null] : decodeCursor(cursor, [idPattern] as const);
    const rows = await this.applications.of(id, last, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, ({ delegateId }) => [delegateId]);
    return reply.headers(notKept).send({ items: items.map(applicationJson), nextCursor });
  }

  @Post('decisions')
  async decide(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const decision = readJson(request, decisionInput);
    const { id } = await this.conferences.one(name, true);
    const { status, body } = await idempotently(this.dataSource, request, async () => {
      const decided = await this.decideApplications.run(actorOf(request), id, decision);
      return {
        status: 200,
        body: {
          decided: decided.map(({ reference, delegates }) => ({
            booking: reference,
            delegates: [...delegates],
          })),
        },
      };
    });
    return reply.code(status).headers(notKept).send(body);
  }
}

const applicationJson = (application: Application): ApplicationOutput => ({
  delegateId: application.delegateId,
  booking: application.reference,
  number: application.number,
  name: application.name,
  organisation: application.organisation,
  status: application.status,
  tickets: [...application.tickets],
  appliedAt: instantOf(application.appliedAt).toString(),
  answers: application.answers.map(({ question, answer }) => ({ question, answer })),
});
