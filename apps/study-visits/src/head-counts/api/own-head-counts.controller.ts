import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountAnswers } from './count-answers.js';

/** The same for programs of somebody who leads the visit, by their link. */
@Controller('api/v1/study-visits/traveller-links/:secret/head-counts')
export class OwnHeadCountsController {
  constructor(private readonly answers: CountAnswers) {}

  @Get()
  list(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.answers.list(reply, { secret });
  }

  @Get(':thingId')
  show(@Param('secret') secret: string, @Param('thingId') thingId: string, @Res() reply: FastifyReply) {
    return this.answers.show(reply, { secret }, thingId);
  }

  @Post(':thingId/marks')
  mark(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.mark(request, reply, { secret }, thingId);
  }

  @Post(':thingId/close')
  close(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.close(request, reply, { secret }, thingId);
  }

  @Post(':thingId/reopen')
  reopen(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.reopen(request, reply, { secret }, thingId);
  }

  @Post(':thingId/travellers/:travellerId/contact')
  contact(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.contact(request, reply, { secret }, thingId, travellerId);
  }
}
