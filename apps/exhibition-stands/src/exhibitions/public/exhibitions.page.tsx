import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import { isStaff } from '#platform';
import { escapeHtml, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { exhibitionPath, standsPath } from '../addresses.js';
import { ListExhibitions } from '../list-exhibitions.js';
import { ExhibitionsView } from './exhibitions.view.js';

/** The exhibitions that are published: those to come, and those that were. */
@Controller('stands')
export class ExhibitionsPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListExhibitions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => ({
      title: 'Stands',
      description: 'The conferences at which the network has a stand: where and when you can meet us.',
      canonical: this.site.absolute(standsPath),
      openGraphType: 'website' as const,
      main: (
        <ExhibitionsView
          {...await this.list.published(this.today())}
          today={this.today()}
          isStaff={isStaff(request.identity)}
        />
      ),
    }));
  }

  /** For search engines (https://www.sitemaps.org/protocol.html). */
  @Get('sitemap.xml')
  async sitemap(@Res() reply: FastifyReply) {
    const { coming, past } = await this.list.published(this.today());
    const paths = [standsPath, ...[...coming, ...past].map(({ slug }) => exhibitionPath(slug))];
    const urls = paths.map((path) => `<url><loc>${escapeHtml(this.site.absolute(path))}</loc></url>`);
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`,
      );
  }

  private today() {
    return this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
  }
}
