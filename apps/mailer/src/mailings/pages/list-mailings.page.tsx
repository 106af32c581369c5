import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { mailsPath } from '../../mails/addresses.js';
import { readMailList, type ListQuery } from '../../mails/domain/mail-list.js';
import { FindMailings } from '../find-mailings.js';
import { ListMailingsView, pageSize } from './list-mailings.view.js';

/** The latest mails to many people, and how far each has come. */
@Controller('mail/mailings')
export class ListMailingsPage {
  constructor(
    private readonly site: Site,
    private readonly mailings: FindMailings,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { page } = readMailList(query);
    const found = await this.mailings.list(page, pageSize);
    return this.site.send(request, reply, {
      title: 'Mailings',
      noIndex: true,
      before: <BackLink href={mailsPath}>Mail</BackLink>,
      main: <ListMailingsView page={page} found={found} />,
    });
  }
}
