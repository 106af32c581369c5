import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, Site } from '#ui';
import { deadLettersOf } from '../addresses.js';
import { AskServices } from '../ask-services.js';
import { appInWords } from '../domain/message-words.js';
import { FindDeadLetter } from '../find-dead-letter.js';
import { PutBack } from '../put-back.js';
import { RequeueAllView } from './requeue.view.js';

/** Puts all messages back that a service could not handle. */
@Controller('mail/messages/dead-letters/:app/requeue')
export class RequeueAllPage {
  constructor(
    private readonly site: Site,
    private readonly letters: FindDeadLetter,
    private readonly services: AskServices,
    private readonly putBack: PutBack,
  ) {}

  @Get()
  async ask(@Param('app') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const app = this.letters.app(name);
    const [list] = await this.services.deadLetters([app], 1, request.id);
    if (!list?.told) {
      throw new Problem({
        status: 503,
        code: 'service-unavailable',
        title: `No answer comes from ${appInWords(app)}`,
        detail:
          'Nothing can be put back until it does. Load the page again in a few minutes: nothing is lost.',
      });
    }
    const types = list.told.types.filter(({ resting }) => resting > 0);
    if (types.length === 0) {
      const text = `There is nothing to put back: all messages of ${appInWords(app)} are handled, or on their way already.`;
      return this.site.redirect(reply, deadLettersOf(app), { type: 'important', text });
    }
    return this.site.send(request, reply, {
      title: `Put back all messages of ${appInWords(app)}?`,
      noIndex: true,
      before: <BackLink href={deadLettersOf(app)}>Messages that could not be handled</BackLink>,
      main: <RequeueAllView app={app} types={types} />,
    });
  }

  @Post()
  async do(@Param('app') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const app = this.letters.app(name);
    const notice = await this.putBack.all(app, actorOf(request));
    return this.site.redirect(reply, deadLettersOf(app), notice);
  }
}
