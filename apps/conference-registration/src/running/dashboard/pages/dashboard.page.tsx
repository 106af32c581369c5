import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { managePath } from '../../../manage/addresses.js';
import { dayOf } from '../../../set-up/domain/days.js';
import { CLOCK, type Clock } from '../../../tokens.js';
import { overTime } from '../domain/over-time.js';
import { ReadDashboard } from '../read-dashboard.js';
import { DashboardView } from './dashboard.view.js';

/** How a conference stands: what needs somebody first, then the numbers. */
@Controller('conference/manage/:id/dashboard')
export class DashboardPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly dashboard: ReadDashboard,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const dashboard = await this.dashboard.of(await this.catalogues.of(id));
    const today = dayOf(this.clock(), conference.zone);
    const until = today < conference.lastDay ? today : conference.lastDay;
    return this.site.send(request, reply, {
      title: `Dashboard: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Dashboard" current="dashboard">
          <DashboardView
            conferenceId={id}
            dashboard={dashboard}
            overTime={overTime(dashboard.overTime, until)}
          />
        </ConferenceFrame>
      ),
    });
  }
}
