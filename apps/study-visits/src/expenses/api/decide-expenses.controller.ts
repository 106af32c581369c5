import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf, readJson } from '#platform';
import { DecideExpense, type Deciding } from '../decide-expense.js';
import type { KeptExpense } from '../expense-of.js';
import { ExpenseAnswers } from './expense-answers.js';
import { agreeInput, paidInput, whyInput } from './expense.schema.js';

/** What staff decide about expenses, for programs. */
@Controller('api/v1/study-visits/visits/:id/expenses/:expenseId')
export class DecideExpensesController {
  constructor(
    private readonly answers: ExpenseAnswers,
    private readonly deciding: DecideExpense,
  ) {}

  @Post('agree')
  agree(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readJson(request, agreeInput);
    return this.step(request, reply, { visitId, id }, (which) => this.deciding.agree(which, input));
  }

  @Post('refuse')
  refuse(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { why } = readJson(request, whyInput);
    return this.step(request, reply, { visitId, id }, (which) => this.deciding.refuse(which, why));
  }

  @Post('pay')
  pay(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { on, reference } = readJson(request, paidInput);
    return this.step(request, reply, { visitId, id }, (which) =>
      this.deciding.pay(which, { on: accepted(on), reference }),
    );
  }

  @Post('reopen')
  reopen(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { why } = readJson(request, whyInput);
    return this.step(request, reply, { visitId, id }, (which) => this.deciding.reopen(which, why));
  }

  private step(
    request: FastifyRequest,
    reply: FastifyReply,
    { visitId, id }: { readonly visitId: string; readonly id: string },
    work: (which: Deciding) => Promise<KeptExpense>,
  ) {
    const comer = { actor: actorOf(request), visitId };
    return this.answers.step({ request, reply, comer }, id, (seen) => work({ ...seen, ...comer }));
  }
}
