import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationAnswers } from './application-answers.js';

/** An application by the link that was mailed to its applicant, for programs. */
@Controller('api/v1/study-visits/application-links/:secret')
export class LinkApplicationController {
  constructor(private readonly answers: ApplicationAnswers) {}

  @Get()
  show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.answers.show(reply, { secret });
  }

  @Put('about')
  about(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.about(request, reply, { secret });
  }

  @Put('answers/:question')
  answer(
    @Param('secret') secret: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.answer(request, reply, { secret }, question);
  }

  @Get('access')
  needs(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.answers.needs(reply, { secret });
  }

  @Put('access')
  saveNeeds(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.saveNeeds(request, reply, { secret });
  }

  @Post('submit')
  submit(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.submit(request, reply, { secret });
  }

  @Post('withdraw')
  withdraw(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.withdraw(request, reply, { secret });
  }

  @Post('references')
  ask(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.ask(request, reply, { secret });
  }

  @Post('references/:referenceId/remind')
  remind(
    @Param('secret') secret: string,
    @Param('referenceId') referenceId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.remind(request, reply, { secret }, referenceId);
  }
}
