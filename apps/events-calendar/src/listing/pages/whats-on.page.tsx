import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { readerOf } from '../../events/reader.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { readFilter, readPage, type Query as Asked } from '../domain/filter.js';
import { ListOccurrences } from '../list-occurrences.js';
import { WhatsOnView } from './whats-on.view.js';

/** How many events a page of the list holds. */
const pageSize = 25;

@Controller('calendar')
export class WhatsOnPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOccurrences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const now = this.clock();
      const filter = readFilter(query);
      const page = readPage(query);
      const found = await this.list.upcoming(filter, readerOf(request), now, (page - 1) * pageSize, pageSize);
      return {
        title: 'What’s on',
        description:
          'Coming events of the network: conferences, stands, study visits, meetings and webinars.',
        canonical: this.site.absolute('/calendar'),
        main: <WhatsOnView found={found} today={now.toZonedDateTimeISO('Europe/London').toPlainDate()} />,
      };
    });
  }
}
