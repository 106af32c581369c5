import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerForms } from './answer-forms.js';

/** Where an applicant answers the offer of a place, by the link that was mailed to them alone. */
@Controller('visits/applications/:secret/offer')
export class AnswerByLinkPage {
  constructor(private readonly forms: AnswerForms) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, { secret });
  }

  @Post()
  save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.save(request, reply, { secret });
  }
}
