import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { mailingsPath } from '../addresses.js';
import { FindMailings } from '../find-mailings.js';
import { ShowMailingView } from './show-mailing.view.js';

/** One mail to many people: how far it has come, and what became of each. */
@Controller('mail/mailings/:id')
export class ShowMailingPage {
  constructor(
    private readonly site: Site,
    private readonly mailings: FindMailings,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.mailings.read(id);
    return this.site.send(request, reply, {
      title: found.mailing.title,
      noIndex: true,
      before: <BackLink href={mailingsPath}>Mailings</BackLink>,
      main: <ShowMailingView found={found} />,
    });
  }
}
