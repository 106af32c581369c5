import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readQuery, type SentQuery, notKept } from '#platform';
import { readerOf } from '../events/reader.js';
import { readFilter } from '../listing/domain/filter.js';
import { CLOCK, type Clock } from '../tokens.js';
import { occurrenceJson } from './json/occurrence-json.js';
import { PageOccurrences } from './queries/page-occurrences.js';
import { PageSeries } from './queries/page-series.js';
import { readSpan } from './queries/span.js';
import { listParameters, occurrencesQuery, pageQuery } from './schemas/lists.schema.js';

/** The lists that go across events. */
@Controller('api/v1/events-calendar')
export class ListsController {
  constructor(
    private readonly pageOccurrences: PageOccurrences,
    private readonly pageSeries: PageSeries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without `from`: what is not over yet. */
  @Get('occurrences')
  async occurrences(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = readQuery(query, occurrencesQuery, listParameters);
    const { from, to } = readSpan(asked);
    const reader = readerOf(request);
    const wanted = { filter: readFilter(query), span: { from: from ?? this.clock(), to } };
    const { items, nextCursor } = await this.pageOccurrences.page(wanted, reader, asked);
    return reply.headers(notKept).send({
      items: items.map(({ event, occurrence }) => occurrenceJson(occurrence, event, reader)),
      nextCursor,
    });
  }

  @Get('series')
  async series(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const page = await this.pageSeries.page(readerOf(request), readQuery(query, pageQuery));
    return reply.headers(notKept).send(page);
  }
}
