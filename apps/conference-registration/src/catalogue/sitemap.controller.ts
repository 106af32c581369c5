import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { homeZone } from '#checks';
import { escapeHtml, Site } from '#ui';
import { CLOCK, type Clock } from '../tokens.js';
import { conferencePath, conferencesPath } from './addresses.js';
import { ListConferences } from './list-conferences.js';

/** The addresses of the conferences that are announced, for search engines (https://www.sitemaps.org/protocol.html). */
@Controller('conference/sitemap.xml')
export class SitemapController {
  constructor(
    private readonly site: Site,
    private readonly list: ListConferences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply) {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const { coming, past } = await this.list.run(today);
    const paths = [conferencesPath, ...[...coming, ...past].map(({ slug }) => conferencePath(slug))];
    const urls = paths.map((path) => `<url><loc>${escapeHtml(this.site.absolute(path))}</loc></url>`);
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`,
      );
  }
}
