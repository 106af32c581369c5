import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { markdownToPlainText, renderMarkdown, Site } from '#ui';
import { readerOf } from '../events/reader.js';
import { homeZone } from '../events/domain/zones.js';
import { renderCalendar } from '../feeds/domain/render-calendar.js';
import { renderVevents, zonesOf, type FeedView } from '../feeds/domain/render-vevents.js';
import { writeCsv } from '../imports/domain/write-csv.js';
import type { ListQuery } from '../managing/domain/staff-list.js';
import { publicEventPath } from '../managing/addresses.js';
import { CLOCK, type Clock } from '../tokens.js';
import { FindExported } from './find-exported.js';

/** The calendar as files, for staff: with everything that they see, which is more than feeds have. */
@Controller('calendar/manage')
export class ExportsController {
  constructor(
    private readonly exported: FindExported,
    private readonly site: Site,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every event, drafts too, so that an import of the file changes nothing. */
  @Get('export.csv')
  async csv(@Query() query: ListQuery, @Res() reply: FastifyReply) {
    const events = await this.exported.find(query);
    return this.send(reply, 'csv', 'text/csv; charset=utf-8', writeCsv(events));
  }

  /** Every event but drafts: a calendar knows no drafts, and would show them as if they took place. */
  @Get('export.ics')
  async ics(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.exported.find(query);
    const events = found.filter(({ status }) => status !== 'draft');
    const view: FeedView = {
      addressOf: (ref) => this.site.absolute(publicEventPath(ref)),
      reader: readerOf(request),
      toPlainText: markdownToPlainText,
      toHtml: renderMarkdown,
    };
    const body = renderCalendar({
      kind: 'feed',
      name: 'All events, for staff',
      description: 'An export of the calendar. It does not change any more.',
      sourceUrl: this.site.absolute('/calendar/manage/export.ics'),
      zone: homeZone,
      vevents: events.map((event) => renderVevents(event, view)),
      zones: events.flatMap(zonesOf),
    });
    return this.send(reply, 'ics', 'text/calendar; charset=utf-8', body);
  }

  private send(reply: FastifyReply, ending: string, type: string, body: string) {
    const day = this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
    return reply
      .type(type)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="events-${day}.${ending}"`)
      .send(body);
  }
}
