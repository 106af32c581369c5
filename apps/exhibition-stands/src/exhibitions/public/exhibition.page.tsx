import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { exhibitionPath, standsPath } from '../addresses.js';
import { FindExhibition, noSuchExhibition } from '../find-exhibition.js';
import { exhibitionJsonLd } from './exhibition-json-ld.js';
import { ExhibitionView } from './exhibition.view.js';

/** Where and when a stand is. Drafts are not there. */
@Controller('stands')
export class ExhibitionPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':slug')
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const exhibition = await this.exhibitions.bySlug(slug);
      if (exhibition.status === 'draft') throw noSuchExhibition();
      const canonical = this.site.absolute(exhibitionPath(exhibition.slug));
      return {
        title: exhibition.status === 'cancelled' ? `Cancelled: ${exhibition.title}` : exhibition.title,
        description: exhibition.summary,
        canonical,
        openGraphType: 'article' as const,
        jsonLd: [exhibitionJsonLd(exhibition, canonical)],
        before: <BackLink href={standsPath}>All stands</BackLink>,
        main: (
          <ExhibitionView
            exhibition={exhibition}
            now={this.clock()}
            maySeeManagement={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
