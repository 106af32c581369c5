import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { BackLink, Site } from '#ui';
import { KeepDocuments } from '../../documents/keep-documents.js';
import { ReadNotes } from '../../learning-notes/read-notes.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitPath, visitsPath } from '../addresses.js';
import { FindVisit, noSuchVisit } from '../find-visit.js';
import { visitJsonLd } from './visit-json-ld.js';
import { VisitView } from './visit.view.js';

/** Where a visit goes, for whom it is, what it costs, and how one applies. Drafts are not there. */
@Controller('visits')
export class VisitPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly documents: KeepDocuments,
    private readonly notes: ReadNotes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':slug')
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const visit = await this.visits.bySlug(slug);
      if (visit.status === 'draft') throw noSuchVisit();
      const canonical = this.site.absolute(visitPath(visit.slug));
      return {
        title: visit.status === 'cancelled' ? `Cancelled: ${visit.title}` : visit.title,
        description: visit.summary,
        canonical,
        openGraphType: 'article' as const,
        jsonLd: [visitJsonLd(visit, canonical)],
        before: <BackLink href={visitsPath}>All study visits</BackLink>,
        main: (
          <VisitView
            visit={visit}
            documents={await this.documents.shared(visit.id, false)}
            notes={await this.notes.published(visit.id)}
            now={this.clock()}
            maySeeManagement={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
