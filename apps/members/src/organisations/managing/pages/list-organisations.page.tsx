import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { homeDay } from '../../../domain/home-day.js';
import { CLOCK, type Clock } from '../../../tokens.js';
import { managePath } from '../../addresses.js';
import { readOrganisationList, type ListQuery } from '../domain/organisation-list.js';
import { FindOrganisations } from '../find-organisations.js';
import { ListOrganisationsView, pageSize } from './list-organisations.view.js';

/** Every organisation on record, for staff. */
@Controller('members/manage/organisations')
export class ListOrganisationsPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: FindOrganisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const list = readOrganisationList(query);
    const [found, kinds] = await Promise.all([
      this.organisations.list(list, homeDay(this.clock()), pageSize),
      this.organisations.kinds(),
    ]);
    return this.site.send(request, reply, {
      title: 'Organisations',
      noIndex: true,
      before: <BackLink href={managePath}>Manage members</BackLink>,
      main: <ListOrganisationsView list={list} found={found} kinds={kinds} />,
    });
  }
}
