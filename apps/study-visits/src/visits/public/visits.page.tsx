import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import { isSignedIn, isStaff } from '#platform';
import { escapeHtml, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitPath, visitsPath } from '../addresses.js';
import { ListVisits } from '../list-visits.js';
import { VisitsView } from './visits.view.js';

/** The visits that are announced: those to come, and those that were. */
@Controller('visits')
export class VisitsPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListVisits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const today = this.today();
      return {
        title: 'Study visits',
        description:
          'Where the network goes to learn from co-operatives elsewhere, and how you can come along.',
        canonical: this.site.absolute(visitsPath),
        openGraphType: 'website' as const,
        main: (
          <VisitsView
            {...await this.list.announced(today)}
            today={today}
            isSignedIn={isSignedIn(request.identity)}
            isStaff={isStaff(request.identity)}
          />
        ),
      };
    });
  }

  /** For search engines (https://www.sitemaps.org/protocol.html). */
  @Get('sitemap.xml')
  async sitemap(@Res() reply: FastifyReply) {
    const { coming, past } = await this.list.announced(this.today());
    const paths = [visitsPath, ...[...coming, ...past].map(({ slug }) => visitPath(slug))];
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
