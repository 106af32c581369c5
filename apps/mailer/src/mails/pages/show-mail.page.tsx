import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { mailsPath } from '../addresses.js';
import { FindMails } from '../find-mails.js';
import { ShowMailView } from './show-mail.view.js';

/** One mail: what became of it, and when. What it said is not shown, as it may be a way in. */
@Controller('mail/mails/:id')
export class ShowMailPage {
  constructor(
    private readonly site: Site,
    private readonly mails: FindMails,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { mail, attempts } = await this.mails.read(id);
    return this.site.send(request, reply, {
      title: mail.subject ?? 'A mail',
      noIndex: true,
      before: <BackLink href={mailsPath}>Mail</BackLink>,
      main: <ShowMailView mail={mail} attempts={attempts} />,
    });
  }
}
