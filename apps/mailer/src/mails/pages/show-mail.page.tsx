import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { BackLink, Site } from '#ui';
import { mailsPath } from '../addresses.js';
import { reasonNotToSendAgain } from '../domain/send-again.js';
import { FindMails } from '../find-mails.js';
import { PastMails } from '../past-mails.js';
import { ShowMailView } from './show-mail.view.js';

/** One mail: what became of it, and when. What it said is not shown, as it may be a way in. */
@Controller('mail/mails/:id')
export class ShowMailPage {
  constructor(
    private readonly site: Site,
    private readonly mails: FindMails,
    private readonly past: PastMails,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.mails.read(id);
    const { past } = await this.past.read(this.dataSource.manager, id);
    const notAgain = reasonNotToSendAgain(past, Temporal.Now.instant());
    return this.site.send(request, reply, {
      title: found.mail.subject ?? 'A mail',
      noIndex: true,
      before: <BackLink href={mailsPath}>Mail</BackLink>,
      main: <ShowMailView found={found} notAgain={notAgain} />,
    });
  }
}
