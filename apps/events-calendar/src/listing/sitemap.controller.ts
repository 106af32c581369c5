import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicResponses } from '#platform';
import { escapeHtml, Site } from '#ui';
import { visitor } from '../events/domain/visibility.js';
import { CLOCK, type Clock } from '../tokens.js';
import { eventPath, yearPath } from './addresses.js';
import { everything } from './domain/filter.js';
import { ListOccurrences } from './list-occurrences.js';
import { ListPublicAddresses } from './list-public-addresses.js';

/** What search engines may list of the calendar: its public pages and events, whoever asks. */
@Controller('calendar/sitemap.xml')
export class SitemapController {
  constructor(
    private readonly site: Site,
    private readonly addresses: ListPublicAddresses,
    private readonly list: ListOccurrences,
    private readonly publicResponses: PublicResponses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const generation = this.publicResponses.generation('page');
    const [events, years] = await Promise.all([
      this.addresses.all(),
      this.list.years(everything, visitor, this.clock()),
    ]);
    const entries = [
      ...['/calendar', '/calendar/archive', '/calendar/subscribe'].map((path) => this.entry(path)),
      ...years.map(({ year }) => this.entry(yearPath(year))),
      ...events.map((event) => this.entry(eventPath(event), event.changedAt.toString())),
    ];
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
    return this.publicResponses.send(
      request,
      reply,
      { kind: 'page', contentType: 'application/xml; charset=utf-8', body },
      generation,
    );
  }

  private entry(path: string, changedAt?: string): string {
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
    return `<url><loc>${escapeHtml(this.site.absolute(path))}</loc>${changed}</url>`;
  }
}
