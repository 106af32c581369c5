import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { readMailList, type ListQuery } from '../../mails/domain/mail-list.js';
import { FindSuppressed } from '../find-suppressed.js';
import { ListSuppressedView, pageSize } from './list-suppressed.view.js';

/** The addresses that nothing is sent to any more, and in whose words. */
@Controller('mail/suppressed')
export class ListSuppressedPage {
  constructor(
    private readonly site: Site,
    private readonly suppressed: FindSuppressed,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { address, page } = readMailList(query);
    const found = await this.suppressed.list(address, page, pageSize);
    return this.site.send(request, reply, {
      title: 'Addresses that are shut',
      noIndex: true,
      main: <ListSuppressedView list={{ address, page }} found={found} />,
    });
  }
}
