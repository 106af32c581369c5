import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { BackLink, Site } from '#ui';
import { mailsPath } from '../../mails/addresses.js';
import { AskServices } from '../ask-services.js';
import { OverviewView } from './overview.view.js';

/** How the messages between the services fare. */
@Controller('mail/messages')
export class OverviewPage {
  constructor(
    private readonly site: Site,
    private readonly services: AskServices,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const states = await this.services.states(request.id);
    return this.site.send(request, reply, {
      title: 'Messages between the services',
      noIndex: true,
      before: <BackLink href={mailsPath}>Mail</BackLink>,
      main: <OverviewView states={states} now={Temporal.Now.instant()} />,
    });
  }
}
