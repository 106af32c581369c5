import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { PublicResponses } from '#platform';
import { homeZone } from '../events/domain/zones.js';
import { readerOf } from '../events/reader.js';
import { everything } from '../listing/domain/filter.js';
import { ListOccurrences } from '../listing/list-occurrences.js';
import { CLOCK, type Clock } from '../tokens.js';
import { UpcomingView } from './upcoming.view.js';

/** How many events the home page shows. */
const shown = 5;

const contentType = 'text/html; charset=utf-8';

/** The next few events, for the home page. */
@Controller('calendar/fragments')
export class UpcomingFragment {
  constructor(
    private readonly list: ListOccurrences,
    private readonly publicResponses: PublicResponses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('upcoming')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const generation = this.publicResponses.generation('page');
    const now = this.clock();
    const { items, total } = await this.list.upcoming(everything, readerOf(request), now, 0, shown);
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate();
    const body = renderToString(<UpcomingView events={items} total={total} today={today} />);
    if (PublicResponses.isEligible(request)) {
      return this.publicResponses.send(request, reply, { kind: 'page', contentType, body }, generation);
    }
    return reply.header('cache-control', 'private, no-store').type(contentType).send(body);
  }
}
