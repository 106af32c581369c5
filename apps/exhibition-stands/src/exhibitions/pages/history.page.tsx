import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site, Timeline } from '#ui';
import { managePath } from '../addresses.js';
import { ExhibitionHistory } from '../exhibition-history.js';
import { FindExhibition } from '../find-exhibition.js';
import { ExhibitionFrame } from './exhibition-frame.js';
import { historyEntry } from './history-entries.js';

/** Who changed what of an exhibition, and when. */
@Controller('stands/manage/:id/history')
export class HistoryPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly history: ExhibitionHistory,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const history = await this.history.of(id);
    return this.site.send(request, reply, {
      title: `History: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="History" current="history">
          <Timeline entries={history.map(historyEntry)} headingLevel={2} />
        </ExhibitionFrame>
      ),
    });
  }
}
