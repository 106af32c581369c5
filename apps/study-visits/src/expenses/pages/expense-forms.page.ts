import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { ExpenseForms } from './expense-forms.js';
import { staffPlace } from './expense-place.js';

/** Changes, deletes and sends an expense of staff, or one that they wrote for a traveller. */
@Controller('visits/manage/:id/expenses/:expenseId')
export class ExpenseFormsPage {
  constructor(private readonly forms: ExpenseForms) {}

  @Get('receipt')
  receipt(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.receipt([request, reply, staffPlace(actorOf(request), visitId)], id);
  }

  @Get('edit')
  showEdit(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit([request, reply, staffPlace(actorOf(request), visitId)], id);
  }

  @Post('edit')
  save(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit([request, reply, staffPlace(actorOf(request), visitId)], id);
  }

  @Get('delete')
  showDelete(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete([request, reply, staffPlace(actorOf(request), visitId)], id);
  }

  @Post('delete')
  remove(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove([request, reply, staffPlace(actorOf(request), visitId)], id);
  }

  @Post('send')
  send(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.step([request, reply, staffPlace(actorOf(request), visitId)], id, 'send');
  }
}
