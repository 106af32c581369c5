import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideForms } from './decide-forms.js';

/** Where staff decide about an expense that was sent to them. */
@Controller('visits/manage/:id/expenses/:expenseId')
export class DecideExpensePage {
  constructor(private readonly forms: DecideForms) {}

  @Get('agree')
  showAgree(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show('agree', { request, reply, visitId, id });
  }

  @Post('agree')
  agree(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save('agree', { request, reply, visitId, id });
  }

  @Get('refuse')
  showRefuse(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show('refuse', { request, reply, visitId, id });
  }

  @Post('refuse')
  refuse(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save('refuse', { request, reply, visitId, id });
  }

  @Get('pay')
  showPay(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show('pay', { request, reply, visitId, id });
  }

  @Post('pay')
  pay(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save('pay', { request, reply, visitId, id });
  }

  @Get('reopen')
  showReopen(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show('reopen', { request, reply, visitId, id });
  }

  @Post('reopen')
  reopen(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save('reopen', { request, reply, visitId, id });
  }
}
