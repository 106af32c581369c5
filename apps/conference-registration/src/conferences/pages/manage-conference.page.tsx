import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { managePath } from '../../manage/addresses.js';
import { ListManaged } from '../list-managed.js';
import { ReadReadiness } from '../read-readiness.js';
import { StaffConferences } from '../staff-conferences.js';
import { ManageConferenceView } from './manage-conference.view.js';

/** A conference as staff see it: what it says, what is missing, what can be done. */
@Controller('conference/manage/:id')
export class ManageConferencePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly managed: ListManaged,
    private readonly readiness: ReadReadiness,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const [booked, readiness] = await Promise.all([this.managed.booked(id), this.readiness.of(conference)]);
    return this.site.send(request, reply, {
      title: conference.title,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: <ManageConferenceView conference={conference} booked={booked} readiness={readiness} />,
    });
  }
}
