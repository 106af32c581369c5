import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExpenseForms } from './expense-forms.js';
import { ownPlace } from './expense-place.js';

/** Changes, deletes and sends one of a traveller’s expenses, by their own link. */
@Controller('visits/travellers/:secret/expenses/:expenseId')
export class OwnExpenseFormsPage {
  constructor(private readonly forms: ExpenseForms) {}

  @Get('receipt')
  receipt(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.receipt([request, reply, ownPlace(secret)], id);
  }

  @Get('edit')
  showEdit(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit([request, reply, ownPlace(secret)], id);
  }

  @Post('edit')
  save(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit([request, reply, ownPlace(secret)], id);
  }

  @Get('delete')
  showDelete(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete([request, reply, ownPlace(secret)], id);
  }

  @Post('delete')
  remove(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove([request, reply, ownPlace(secret)], id);
  }

  @Post('send')
  send(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.step([request, reply, ownPlace(secret)], id, 'send');
  }

  @Post('withdraw')
  withdraw(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.step([request, reply, ownPlace(secret)], id, 'withdraw');
  }
}
