import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site, submittedValues, textIn } from '#ui';
import { askPath } from '../addresses.js';
import { AnswerCover, type Answered } from '../answer-cover.js';
import { ReadAsk } from '../read-ask.js';
import { AskView } from './ask.view.js';

/** Where somebody answers whether they step in, by the link of that one question. */
@Controller('stands/cover/:secret')
export class AskPage {
  constructor(
    private readonly site: Site,
    private readonly asks: ReadAsk,
    private readonly answers: AnswerCover,
  ) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, secret);
  }

  @Post()
  async answer(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const said = textIn(submittedValues(body), 'answer') === 'accept' ? 'accept' : 'decline';
    const answered = await this.answers.run(secret, said, request.id);
    if (answered.outcome === 'cannot') return this.sendPage(request, reply, secret, answered);
    return this.site.redirect(reply, askPath(secret));
  }

  private async sendPage(request: FastifyRequest, reply: FastifyReply, secret: string, refusal?: Answered) {
    const asked = await this.asks.of(secret);
    const page = {
      title: `Could you step in? ${asked.exhibition.title}`,
      noIndex: true,
      main: <AskView asked={asked} secret={secret} refusal={refusal} />,
    };
    return this.site.send(request, reply, page, refusal === undefined ? 200 : 409);
  }
}
