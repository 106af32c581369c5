import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site, Timeline } from '#ui';
import { managePath } from '../../manage/addresses.js';
import { ConferenceHistory } from '../conference-history.js';
import { StaffConferences } from '../staff-conferences.js';
import { ConferenceFrame } from './conference-frame.js';
import { revisionEntry } from './revisions.js';

/** Who changed what of a conference's set-up, and when. */
@Controller('conference/manage/:id/history')
export class ConferenceHistoryPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const history = await this.history.of(id);
    return this.site.send(request, reply, {
      title: `History: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="History" current="history">
          <Timeline entries={history.map(revisionEntry)} headingLevel={2} />
        </ConferenceFrame>
      ),
    });
  }
}
