import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { appsWithMessages, appWithMessages } from '../../services/apps-with-messages.js';
import { messagesPath } from '../addresses.js';
import { AskServices } from '../ask-services.js';
import { ListDeadLettersView } from './list-dead-letters.view.js';

/** The messages that could not be handled, by the service that could not. */
@Controller('mail/messages/dead-letters')
export class ListDeadLettersPage {
  constructor(
    private readonly site: Site,
    private readonly services: AskServices,
  ) {}

  @Get()
  async show(
    @Query('service') service: unknown,
    @Query('page') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const only = typeof service === 'string' ? appWithMessages(service) : null;
    // Pages are those of one service's list.
    const page =
      only !== null && typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
    const lists = await this.services.deadLetters(
      only === null ? appsWithMessages : [only],
      page,
      request.id,
    );
    return this.site.send(request, reply, {
      title: 'Messages that could not be handled',
      noIndex: true,
      before: <BackLink href={messagesPath}>Messages between the services</BackLink>,
      main: <ListDeadLettersView lists={lists} only={only} page={page} />,
    });
  }
}
