import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { totalsOf } from '../../costs/domain/cost.js';
import { totalsInWords } from '../../costs/in-words.js';
import { KeepCosts } from '../../costs/keep-costs.js';
import { ReadCosts } from '../../costs/read-costs.js';
import { readCost, costJson } from './plans-json.js';
import { costInput, type CostOutput } from './plans.schema.js';

/** What an exhibition may cost, and did, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/costs')
export class CostsController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly costs: ReadCosts,
    private readonly keep: KeepCosts,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.exhibitions.byId(id);
    const costs = await this.costs.of(id);
    const totals = totalsOf(costs);
    return reply.headers(notKept).send({ items: costs.map(costJson), totals, words: totalsInWords(totals) });
  }

  @Post()
  add(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readCost(readJson(request, costInput));
    return this.answers.postThing<CostOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/exhibitions/${exhibitionId}/costs/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          costJson(await this.keep.add(manager, actorOf(request), exhibitionId, input)),
        ),
    });
  }

  @Get(':costId')
  async show(@Param('id') exhibitionId: string, @Param('costId') id: string, @Res() reply: FastifyReply) {
    await this.exhibitions.byId(exhibitionId);
    return this.answers.thing(reply, costJson(await this.costs.one({ exhibitionId, id })));
  }

  @Put(':costId')
  async change(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { exhibitionId, id, version: requiredVersion(request) };
    const input = readCost(readJson(request, costInput));
    const cost = await asPrecondition(this.keep.edit(actorOf(request), seen, input));
    return this.answers.thing(reply, costJson(cost));
  }

  @Delete(':costId')
  async remove(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.keep.remove(actorOf(request), { exhibitionId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }
}
