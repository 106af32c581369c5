import { Controller, Param, Post, Put, Req, Res } from '@nestjs/common';
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
  versionTag,
} from '#platform';
import { RemindReferee } from '../../references/remind-referee.js';
import { CorrectApplication } from '../correct-application.js';
import { PutInApplication } from '../put-in-application.js';
import { SendLink } from '../send-link.js';
import { WithdrawApplication } from '../withdraw-application.js';
import { correctionInput, putInInput } from './application.schema.js';
import { StaffAnswers } from './staff-answers.js';

/** What staff do with an application, for their programs. */
@Controller('api/v1/study-visits/visits/:id/applications/:applicationId')
export class StaffActsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly answers: StaffAnswers,
    private readonly putInApplication: PutInApplication,
    private readonly correction: CorrectApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly sendLink: SendLink,
    private readonly remindReferee: RemindReferee,
  ) {}

  @Put('correction')
  async correct(
    @Param('id') name: string,
    @Param('applicationId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { id, version: requiredVersion(request) };
    const sent = readJson(request, correctionInput);
    await asPrecondition(this.correction.run(actorOf(request), await this.answers.visitId(name), seen, sent));
    const body = await this.answers.json(await this.answers.visitId(name), id);
    return reply.headers({ ...notKept, etag: versionTag(body.version) }).send(body);
  }

  @Post('put-in')
  putIn(
    @Param('id') name: string,
    @Param('applicationId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = readJson(request, putInInput);
    return this.once(request, reply, name, id, (visitId) =>
      this.putInApplication.run(actorOf(request), visitId, id, reason),
    );
  }

  @Post('withdraw')
  withdraw(
    @Param('id') name: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.once(request, reply, name, applicationId, (visitId) =>
      this.withdrawApplication.run(
        { visitId, applicationId },
        { actor: actorOf(request), correlationId: request.id },
      ),
    );
  }

  @Post('link')
  link(
    @Param('id') name: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.once(request, reply, name, applicationId, (visitId) =>
      this.sendLink.run({ visitId, applicationId }, request.id),
    );
  }

  @Post('references/:referenceId/remind')
  remind(
    @Param('id') name: string,
    @Param('applicationId') applicationId: string,
    @Param('referenceId') referenceId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.once(request, reply, name, applicationId, (visitId) =>
      this.remindReferee.run({ visitId, applicationId }, referenceId, request.id),
    );
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    id: string,
    work: (visitId: string) => Promise<unknown>,
  ) {
    const visitId = await this.answers.visitId(name);
    const answer = await idempotently(this.dataSource, request, async () => {
      await work(visitId);
      return { status: 200, body: await this.answers.json(visitId, id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
