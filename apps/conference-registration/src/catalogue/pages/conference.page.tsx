import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { BackLink, Site, type OwnPage } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { conferencePath, conferencesPath } from '../addresses.js';
import type { Catalogue } from '../domain/catalogue.js';
import { conferenceJsonLd } from '../domain/conference-json-ld.js';
import { noSuchConference, ReadCatalogue } from '../read-catalogue.js';
import { ReadLeft } from '../read-left.js';
import { ConferenceView } from './conference.view.js';

/** What a conference is about, what it costs, and the way to a booking. Drafts are not there. */
@Controller('conference')
export class ConferencePage {
  constructor(
    private readonly site: Site,
    private readonly catalogues: ReadCatalogue,
    private readonly left: ReadLeft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':slug')
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const catalogue = await this.catalogues.bySlug(slug);
      if (catalogue.conference.status === 'draft') throw noSuchConference();
      return this.page(catalogue, await this.left.of(catalogue), isStaff(request.identity));
    });
  }

  private page(
    catalogue: Catalogue,
    left: ReadonlyMap<string, number | null>,
    maySeeManagement: boolean,
  ): OwnPage {
    const { conference } = catalogue;
    const canonical = this.site.absolute(conferencePath(conference.slug));
    const network = { name: 'Co-operative Councils’ Innovation Network', url: this.site.publicUrl };
    return {
      title: conference.status === 'cancelled' ? `Cancelled: ${conference.title}` : conference.title,
      description: conference.summary,
      canonical,
      openGraphType: 'article',
      jsonLd: [conferenceJsonLd(conference, canonical, network)],
      before: <BackLink href={conferencesPath}>All conferences</BackLink>,
      main: (
        <ConferenceView
          catalogue={catalogue}
          left={left}
          now={this.clock()}
          maySeeManagement={maySeeManagement}
        />
      ),
    };
  }
}
