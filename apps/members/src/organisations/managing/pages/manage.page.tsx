import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { homeDay } from '../../../domain/home-day.js';
import { CLOCK, type Clock } from '../../../tokens.js';
import { FindOrganisations } from '../find-organisations.js';
import { ManageView } from './manage.view.js';

/** The staff's way in: what needs doing, and where everything is. */
@Controller('members/manage')
export class ManagePage {
  constructor(
    private readonly site: Site,
    private readonly organisations: FindOrganisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const due = await this.organisations.due(homeDay(this.clock()));
    return this.site.send(request, reply, {
      title: 'Manage members',
      noIndex: true,
      main: <ManageView due={due} />,
    });
  }
}
