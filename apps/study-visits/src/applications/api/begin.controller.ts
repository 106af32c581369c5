import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, askedFrom, idempotently, notKept, readJson, signInNeeded, Transactions } from '#platform';
import { BeginApplication } from '../begin-application.js';
import { BeginForColleagues } from '../begin-for-colleagues.js';
import { ListOwn } from '../list-own.js';
import { noSuchApplication } from '../problems.js';
import { ApplicationAnswers } from './application-answers.js';
import { linesJson } from './application-json.js';
import { colleaguesInput, linkInput } from './application.schema.js';

/** Beginning applications, by oneself and for colleagues, for programs. */
@Controller('api/v1/study-visits')
export class BeginController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly begin: BeginApplication,
    private readonly colleagues: BeginForColleagues,
    private readonly list: ListOwn,
    private readonly answers: ApplicationAnswers,
  ) {}

  @Post('visits/:id/application-links')
  async byMail(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name, email } = readJson(request, linkInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const from = { network: askedFrom(request), correlationId: request.id };
      await (name === null
        ? this.begin.askLinkAgain(key, email, request.id)
        : this.begin.byMail(key, { name, email }, from));
      return { status: 202, body: { asked: true } };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('visits/:id/my-application')
  async forOneself(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const answer = await idempotently(this.dataSource, request, async () => {
      const applicationId = await this.begin.forPerson(actorOf(request), key);
      return { status: 201, body: await this.answers.json({ personId, applicationId }) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('visits/:id/colleagues')
  async forColleagues(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const wanted = readJson(request, colleaguesInput);
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 201,
      body: {
        ids: await this.transactions.run((manager) =>
          this.colleagues.within(manager, actorOf(request), { visit: key, ...wanted }),
        ),
      },
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get('organisations/:organisationId/applications')
  async ofOrganisation(
    @Param('organisationId') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const organisations = await this.colleagues.organisationsOf(personId);
    if (organisations.every(({ id }) => id !== organisationId)) throw noSuchApplication();
    return reply.headers(notKept).send(linesJson(await this.list.ofOrganisation(organisationId)));
  }
}
