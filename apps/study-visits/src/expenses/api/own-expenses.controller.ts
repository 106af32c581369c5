import { Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readJson, type SentQuery } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { SendExpenses } from '../send-expenses.js';
import { ExpenseAnswers } from './expense-answers.js';
import { readExpense } from './expense-json.js';
import { expenseInput } from './expense.schema.js';

/** A traveller’s own expenses, by their link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret/expenses')
export class OwnExpensesController {
  constructor(
    private readonly answers: ExpenseAnswers,
    private readonly sending: SendExpenses,
  ) {}

  @Get()
  list(
    @Param('secret') secret: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.list({ request, reply, comer: { secret } }, query);
  }

  @Post()
  add(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readExpense(readJson(request, expenseInput));
    const path = `${apiPath}/traveller-links/${secret}/expenses`;
    return this.answers.add({ request, reply, comer: { secret } }, { path, claimant: '', input });
  }

  @Get(':expenseId')
  show(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.show({ request, reply, comer: { secret } }, id);
  }

  @Put(':expenseId')
  change(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readExpense(readJson(request, expenseInput));
    return this.answers.change({ request, reply, comer: { secret } }, id, input);
  }

  @Delete(':expenseId')
  remove(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.remove({ request, reply, comer: { secret } }, id);
  }

  @Get(':expenseId/receipt')
  receipt(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.receipt({ request, reply, comer: { secret } }, id);
  }

  @Put(':expenseId/receipt')
  putReceipt(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.putReceipt({ request, reply, comer: { secret } }, id);
  }

  @Post(':expenseId/send')
  send(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const comer = { secret };
    return this.answers.step({ request, reply, comer }, id, (seen) => this.sending.one(comer, seen));
  }

  @Post(':expenseId/withdraw')
  withdraw(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const comer = { secret };
    return this.answers.step({ request, reply, comer }, id, (seen) => this.sending.withdraw(comer, seen));
  }
}
