import { Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, readJson, type SentQuery } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { SendExpenses } from '../send-expenses.js';
import { ExpenseAnswers } from './expense-answers.js';
import { readExpense } from './expense-json.js';
import { expenseInput, staffExpenseInput } from './expense.schema.js';

/** What was spent for a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/expenses')
export class ExpensesController {
  constructor(
    private readonly answers: ExpenseAnswers,
    private readonly sending: SendExpenses,
  ) {}

  @Get()
  list(
    @Param('id') visitId: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.list({ request, reply, comer: comerOf(request, visitId) }, query);
  }

  @Post()
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { claimant, ...said } = readJson(request, staffExpenseInput);
    const path = `${apiPath}/visits/${visitId}/expenses`;
    const input = readExpense(said);
    return this.answers.add({ request, reply, comer: comerOf(request, visitId) }, { path, claimant, input });
  }

  @Get(':expenseId')
  show(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.show({ request, reply, comer: comerOf(request, visitId) }, id);
  }

  @Put(':expenseId')
  change(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readExpense(readJson(request, expenseInput));
    return this.answers.change({ request, reply, comer: comerOf(request, visitId) }, id, input);
  }

  @Delete(':expenseId')
  remove(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.remove({ request, reply, comer: comerOf(request, visitId) }, id);
  }

  @Get(':expenseId/receipt')
  receipt(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.receipt({ request, reply, comer: comerOf(request, visitId) }, id);
  }

  @Put(':expenseId/receipt')
  putReceipt(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.putReceipt({ request, reply, comer: comerOf(request, visitId) }, id);
  }

  @Post(':expenseId/send')
  send(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const comer = comerOf(request, visitId);
    return this.answers.step({ request, reply, comer }, id, (seen) => this.sending.one(comer, seen));
  }
}

const comerOf = (request: FastifyRequest, visitId: string) => ({ actor: actorOf(request), visitId });
