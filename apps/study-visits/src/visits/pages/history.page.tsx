import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site, Timeline } from '#ui';
import { managePath } from '../addresses.js';
import { VisitHistory } from '../visit-history.js';
import { FindVisit } from '../find-visit.js';
import { VisitFrame } from './visit-frame.js';
import { historyEntry } from './history-entries.js';

/** Who changed what of a visit, and when. */
@Controller('visits/manage/:id/history')
export class HistoryPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly history: VisitHistory,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const history = await this.history.of(id);
    return this.site.send(request, reply, {
      title: `History: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="History" current="history">
          <Timeline entries={history.map(historyEntry)} headingLevel={2} />
        </VisitFrame>
      ),
    });
  }
}
