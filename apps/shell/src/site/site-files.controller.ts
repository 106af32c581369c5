import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { Site, uiAssets } from '#ui';
import { parts } from '../parts.js';

/** The small files that browsers and search engines ask every site for, and the styles that all pages share. */
@Controller()
export class SiteFilesController {
  constructor(private readonly site: Site) {}

  @Get('assets/:name')
  asset(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const encodings = request.headers['accept-encoding'];
    const answer = uiAssets().answer(name, typeof encodings === 'string' ? encodings : undefined);
    if (!answer) throw notFound();
    return reply.headers(answer.headers).send(answer.body);
  }

  @Get('favicon.svg')
  svgIcon(@Res() reply: FastifyReply) {
    return this.icon(reply);
  }

  /** Browsers ask for it unbidden; they go by the content type, not the name. */
  @Get('favicon.ico')
  oldIcon(@Res() reply: FastifyReply) {
    return this.icon(reply);
  }

  /** Calendar clients fetch feeds as robots do, so nothing under /calendar/feeds is barred. */
  @Get('robots.txt')
  robots(@Res() reply: FastifyReply) {
    const lines = [
      'User-agent: *',
      'Disallow: /calendar/manage',
      'Disallow: /conference/bookings',
      'Disallow: /conference/delegates',
      'Disallow: /conference/guests',
      'Disallow: /conference/manage',
      'Disallow: /conference/money',
      'Disallow: /conference/waiting',
      'Disallow: /members/manage',
      'Disallow: /members/account',
      'Disallow: /members/sign-in',
      'Disallow: /mail',
      'Disallow: /api/',
      'Allow: /',
      `Sitemap: ${this.site.absolute('/sitemap.xml')}`,
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  }

  /** An index: each part that has pages for everyone lists its own. */
  @Get('sitemap.xml')
  sitemap(@Res() reply: FastifyReply) {
    const entries = parts
      .filter((part) => part.navigation !== null)
      .map((part) => `<sitemap><loc>${this.site.absolute(`${part.prefix}/sitemap.xml`)}</loc></sitemap>`);
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>\n`,
      );
  }

  private icon(reply: FastifyReply) {
    const icon = uiAssets().all.find((asset) => asset.role === 'favicon');
    if (!icon) throw notFound();
    return reply
      .headers({ 'content-type': icon.contentType, 'cache-control': 'public, max-age=86400' })
      .send(icon.bytes);
  }
}
