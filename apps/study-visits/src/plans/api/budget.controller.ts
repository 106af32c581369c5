import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { KeepBudget } from '../../budget/keep-budget.js';
import { ReadBudget } from '../../budget/read-budget.js';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { budgetJson, lineJson, readLine } from './plans-json.js';
import { budgetLineInput, type BudgetLineOutput } from './plans.schema.js';

/** What a visit may cost, and did, for programs. */
@Controller('api/v1/study-visits/visits/:id/budget')
export class BudgetController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly budget: ReadBudget,
    private readonly keep: KeepBudget,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return reply.headers(notKept).send(budgetJson(visit, await this.budget.of(visit)));
  }

  @Post()
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readLine(readJson(request, budgetLineInput));
    return this.answers.postThing<BudgetLineOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/budget/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          lineJson(await this.keep.add(manager, actorOf(request), visitId, input)),
        ),
    });
  }

  @Get(':lineId')
  async show(@Param('id') visitId: string, @Param('lineId') id: string, @Res() reply: FastifyReply) {
    await this.visits.byId(visitId);
    return this.answers.thing(reply, lineJson(await this.budget.one({ visitId, id })));
  }

  @Put(':lineId')
  async change(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { visitId, id, version: requiredVersion(request) };
    const input = readLine(readJson(request, budgetLineInput));
    const line = await asPrecondition(this.keep.edit(actorOf(request), seen, input));
    return this.answers.thing(reply, lineJson(line));
  }

  @Delete(':lineId')
  async remove(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.keep.remove(actorOf(request), { visitId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }
}
