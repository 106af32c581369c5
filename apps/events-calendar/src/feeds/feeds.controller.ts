import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { notFound, PublicResponses } from '#platform';
import { Site } from '#ui';
import { readerOf } from '../events/reader.js';
import { SeriesRow } from '../events/series.entity.js';
import {
  everything,
  filteredAddress,
  readFilter,
  type Filter,
  type Query as Asked,
} from '../listing/domain/filter.js';
import { feedName } from './domain/feed-name.js';
import { renderCalendar } from './domain/render-calendar.js';
import { contentType, gzipLevel } from './feed-answer.js';
import { FeedStore } from './feed-store.js';

function withoutSuffix(file: string): string {
  const match = /^(.+)\.ics$/.exec(file);
  if (!match?.[1]) throw notFound();
  return match[1];
}

/**
 * The calendar's feeds. No cookies, no Accept header needed, nothing in them that depends on the clock: the same data is
 * the same bytes, whichever replica answers.
 */
@Controller('calendar/feeds')
export class FeedsController {
  constructor(
    private readonly feeds: FeedStore,
    private readonly publicResponses: PublicResponses,
    private readonly site: Site,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('all.ics')
  all(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.feed(request, reply, everything, '/calendar/feeds/all.ics');
  }

  @Get('filtered.ics')
  filtered(@Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const filter = readFilter(query);
    return this.feed(request, reply, filter, filteredAddress('/calendar/feeds/filtered.ics', filter));
  }

  @Get('series/:file')
  async series(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const slug = withoutSuffix(file);
    const series = await this.dataSource.manager.findOneBy(SeriesRow, { slug });
    if (!series)
      throw notFound('There is no such series. The feeds that there are stand on the subscribe page.');
    const filter = { ...everything, series: slug };
    return this.feed(request, reply, filter, `/calendar/feeds/series/${slug}.ics`, series.name);
  }

  /** One event, to be added to the calendar that the reader has. */
  @Get('events/:file')
  async event(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const generation = this.publicResponses.generation('feed');
    const event = await this.feeds.one(withoutSuffix(file), readerOf(request));
    if (!event) throw notFound();
    const body = renderCalendar({ kind: 'single', vevents: [event.vevents], zones: event.zones });
    return this.publicResponses.send(request, reply, { kind: 'feed', contentType, body }, generation);
  }

  private async feed(
    request: FastifyRequest,
    reply: FastifyReply,
    filter: Filter,
    path: string,
    seriesName: string | null = null,
  ) {
    const generation = this.publicResponses.generation('feed');
    const events = await this.feeds.collect(filter);
    const body = renderCalendar({
      kind: 'feed',
      name: feedName(filter, seriesName),
      description: 'Events of the Co-operative Councils’ Innovation Network.',
      sourceUrl: this.site.absolute(path),
      zone: 'Europe/London',
      vevents: events.map((event) => event.vevents),
      zones: events.flatMap((event) => event.zones),
    });
    return this.publicResponses.send(
      request,
      reply,
      { kind: 'feed', contentType, body, gzipLevel },
      generation,
    );
  }
}
