import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn, isStaff } from '#platform';
import { BackLink, Site } from '#ui';
import { whenOfEvent } from '../../events/in-words.js';
import { ReadEvents } from '../../events/read-events.js';
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
    private readonly events: ReadEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':slug')
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const exhibition = await this.exhibitions.bySlug(slug);
      if (exhibition.status === 'draft') throw noSuchExhibition();
      const events = await this.events.heardOf(exhibition.id, isSignedIn(request.identity));
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
            events={events.map((event) => ({
              id: event.id,
              title: event.title,
              when: whenOfEvent(event, exhibition.zone),
              hostName: event.hostName,
              summary: event.summary,
              isForMembers: event.audience === 'members',
              calledOff: event.status === 'cancelled' ? (event.statusReason ?? '') : null,
            }))}
            now={this.clock()}
            maySeeManagement={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
