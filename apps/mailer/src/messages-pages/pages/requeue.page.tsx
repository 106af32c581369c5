import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { deadLetterPath, deadLettersPath } from '../addresses.js';
import { typeInWords } from '../domain/message-words.js';
import { FindDeadLetter } from '../find-dead-letter.js';
import { PutBack } from '../put-back.js';
import { RequeueView } from './requeue.view.js';

/** Puts a message back that could not be handled. */
@Controller('mail/messages/dead-letters/:app/:id/requeue')
export class RequeuePage {
  constructor(
    private readonly site: Site,
    private readonly letters: FindDeadLetter,
    private readonly putBack: PutBack,
  ) {}

  @Get()
  async ask(
    @Param('app') name: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { app, letter } = await this.letters.find(name, id, request.id);
    return this.site.send(request, reply, {
      title: 'Put this message back?',
      noIndex: true,
      before: <BackLink href={deadLetterPath(app, id)}>{typeInWords(letter.type)}</BackLink>,
      main: <RequeueView app={app} letter={letter} />,
    });
  }

  @Post()
  async do(
    @Param('app') name: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const notice = await this.putBack.one(this.letters.app(name), id, actorOf(request));
    return this.site.redirect(reply, deadLettersPath, notice);
  }
}
