import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { homeDay } from '../../../domain/home-day.js';
import { CLOCK, type Clock } from '../../../tokens.js';
import { organisationsPath } from '../../addresses.js';
import { ReadOrganisation } from '../read-organisation.js';
import { OrganisationView } from './organisation.view.js';

/** An organisation as staff see it: what its record says, its people, what can be done, and what was done. */
@Controller('members/manage/organisations/:id')
export class OrganisationPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: ReadOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.read(id);
    const [people, history] = await Promise.all([
      this.organisations.people(organisation.id),
      this.organisations.history(organisation.id),
    ]);
    return this.site.send(request, reply, {
      title: organisation.name,
      noIndex: true,
      before: <BackLink href={organisationsPath}>Organisations</BackLink>,
      main: (
        <OrganisationView
          organisation={organisation}
          people={people}
          history={history}
          today={homeDay(this.clock())}
        />
      ),
    });
  }
}
