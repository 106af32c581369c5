import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { deadLettersPath } from '../addresses.js';
import { FindDeadLetter } from '../find-dead-letter.js';
import { typeInWords } from '../domain/message-words.js';
import { ShowDeadLetterView } from './show-dead-letter.view.js';

/** One message that could not be handled, with nothing personal in it. */
@Controller('mail/messages/dead-letters/:app/:id')
export class ShowDeadLetterPage {
  constructor(
    private readonly site: Site,
    private readonly letters: FindDeadLetter,
  ) {}

  @Get()
  async show(
    @Param('app') name: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { app, letter } = await this.letters.find(name, id, request.id);
    return this.site.send(request, reply, {
      title: typeInWords(letter.type),
      noIndex: true,
      before: <BackLink href={deadLettersPath}>Messages that could not be handled</BackLink>,
      main: <ShowDeadLetterView app={app} letter={letter} />,
    });
  }
}
