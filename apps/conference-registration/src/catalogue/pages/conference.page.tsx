import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindPerson } from '#people';
import { isStaff } from '#platform';
import { BackLink, Site, type OwnPage } from '#ui';
import { categoryOn, type Category } from '../../members/domain/organisation.js';
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
    private readonly people: FindPerson,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':slug')
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const catalogue = await this.catalogues.bySlug(slug);
      if (catalogue.conference.status === 'draft') throw noSuchConference();
      const { identity } = request;
      const own = isStaff(identity) ? null : await this.ownCategory(identity.personId, catalogue);
      return this.page(catalogue, await this.left.of(catalogue), isStaff(identity), own);
    });
  }

  /** The category of all organisations that somebody belongs to; `null`: there is none, or they differ. */
  private async ownCategory(personId: string | null, { conference }: Catalogue): Promise<Category | null> {
    if (personId === null) return null;
    const today = this.clock().toZonedDateTimeISO(conference.zone).toPlainDate();
    const belongings = await this.people.organisationsOf(personId);
    const found = new Set(belongings.map(({ organisation }) => categoryOn(organisation, today)));
    const [only] = found;
    return found.size === 1 ? (only ?? null) : null;
  }

  private page(
    catalogue: Catalogue,
    left: ReadonlyMap<string, number | null>,
    maySeeManagement: boolean,
    own: Category | null,
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
          own={own}
        />
      ),
    };
  }
}
