import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ReadAfterwards } from '../summary/read-afterwards.js';
import { AfterwardsView } from './afterwards.view.js';

/** What an exhibition came to, for staff. */
@Controller('stands/manage/:id/afterwards')
export class AfterwardsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly afterwards: ReadAfterwards,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(request, reply, {
      title: `Afterwards: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <AfterwardsView afterwards={await this.afterwards.of(exhibition)} />,
    });
  }
}
