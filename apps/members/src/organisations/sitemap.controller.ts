import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Site } from '#ui';

/** The addresses of our pages, for search engines. */
@Controller('members/sitemap.xml')
export class SitemapController {
  constructor(private readonly site: Site) {}

  @Get()
  show(@Res() reply: FastifyReply) {
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${this.site.absolute('/members')}</loc></url></urlset>\n`,
      );
  }
}
