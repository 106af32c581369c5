import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { readMailList, type ListQuery } from '../domain/mail-list.js';
import { FindMails } from '../find-mails.js';
import { ListMailsView, pageSize } from './list-mails.view.js';

/** The latest mails, and what became of each. */
@Controller('mail')
export class ListMailsPage {
  constructor(
    private readonly site: Site,
    private readonly mails: FindMails,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const list = readMailList(query);
    const [found, troubles] = await Promise.all([this.mails.list(list, pageSize), this.mails.troubles()]);
    return this.site.send(request, reply, {
      title: 'Mail',
      noIndex: true,
      main: <ListMailsView list={list} found={found} troubles={troubles} />,
    });
  }
}
