import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath } from '../addresses.js';
import { ChangeStatus } from '../change-status.js';
import { FindVisit } from '../find-visit.js';
import { OverviewView } from './overview.view.js';

/** A visit as staff see it: what it says, what is missing, what can be done. */
@Controller('visits/manage/:id')
export class OverviewPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly change: ChangeStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: visit.title,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <OverviewView visit={visit} missing={await this.change.missing(visit)} now={this.clock()} />,
    });
  }
}
