import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { paperJson } from '../../papers/api/papers-json.js';
import { KeepRisks } from '../../risks/keep-risks.js';
import { MakeAssessment } from '../../risks/make-assessment.js';
import { ReadRisks } from '../../risks/read-risks.js';
import { SignRisks } from '../../risks/sign-risks.js';
import { ReadSigned } from '../../sign-offs/read-signed.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { readRisk, readSignature, riskJson, signedJson } from './plans-json.js';
import { riskInput, signatureInput, type RiskOutput } from './plans.schema.js';

/** The risk assessment of a visit, for programs. */
@Controller('api/v1/study-visits/visits/:id/risks')
export class RisksController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly risks: ReadRisks,
    private readonly signed: ReadSigned,
    private readonly keep: KeepRisks,
    private readonly sign: SignRisks,
    private readonly making: MakeAssessment,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.assessment(id));
  }

  @Post()
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readRisk(readJson(request, riskInput));
    return this.answers.postThing<RiskOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/risks/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          riskJson(await this.keep.add(manager, actorOf(request), visitId, input)),
        ),
    });
  }

  @Put('signature')
  async signOff(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.sign.run(actorOf(request), id, readSignature(readJson(request, signatureInput)));
    return reply.headers(notKept).send(await this.assessment(id));
  }

  @Get('assessment')
  async paper(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send({ paper: paperJson((await this.making.run(id)).kept) });
  }

  @Get(':riskId')
  async show(@Param('id') visitId: string, @Param('riskId') id: string, @Res() reply: FastifyReply) {
    await this.visits.byId(visitId);
    return this.answers.thing(reply, riskJson(await this.risks.one({ visitId, id })));
  }

  @Put(':riskId')
  async change(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { visitId, id, version: requiredVersion(request) };
    const input = readRisk(readJson(request, riskInput));
    const risk = await asPrecondition(this.keep.edit(actorOf(request), seen, input));
    return this.answers.thing(reply, riskJson(risk));
  }

  @Delete(':riskId')
  async remove(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.keep.remove(actorOf(request), { visitId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  private async assessment(id: string) {
    const visit = await this.visits.byId(id);
    const items = (await this.risks.of(id)).map(riskJson);
    return { items, ...signedJson(await this.signed.risks(visit)) };
  }
}
