import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepRates } from '../keep-rates.js';
import { rateJson, readRate } from './expense-json.js';
import { rateInput, type RateOutput } from './expense.schema.js';

/** What currencies are worth on a visit, for programs. */
@Controller('api/v1/study-visits/visits/:id/expense-rates')
export class RatesController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly rates: KeepRates,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return reply.headers(notKept).send({ items: (await this.rates.of(visit.id)).map(rateJson) });
  }

  @Post()
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readRate(readJson(request, rateInput));
    return this.answers.postThing<RateOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/expense-rates/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          rateJson(await this.rates.add(manager, actorOf(request), visitId, input)),
        ),
    });
  }

  @Get(':rateId')
  async show(@Param('id') visitId: string, @Param('rateId') id: string, @Res() reply: FastifyReply) {
    await this.visits.byId(visitId);
    return this.answers.thing(reply, rateJson(await this.rates.one(visitId, id)));
  }

  @Delete(':rateId')
  async remove(
    @Param('id') visitId: string,
    @Param('rateId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.rates.remove(actorOf(request), visitId, id);
    return reply.code(204).headers(notKept).send();
  }
}
