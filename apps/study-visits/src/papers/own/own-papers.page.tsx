import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders } from '#platform';
import { BackLink, EmptyState, Site } from '#ui';
import type { VisitSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { ownTravelPath } from '../../travellers/addresses.js';
import { ownEmergencyPath, ownProgrammePath } from '../addresses.js';
import { PaperView } from '../paper.view.js';
import { EmergencyView } from './emergency.view.js';
import { ownFile } from './own-files.js';
import { OwnPapers, type OwnKind } from './own-papers.js';

/** A traveller’s own papers, by the link that was mailed to them: to read, and to take along. */
@Controller('visits/travellers/:secret')
export class OwnPapersPage {
  constructor(
    private readonly site: Site,
    private readonly papers: OwnPapers,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  @Get('programme')
  async programme(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, kept } = await this.papers.of({ secret }, 'traveller');
    return this.site.send(request, reply, {
      title: `Your programme: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your visit</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">
            <bdi>{visit.title}</bdi>
          </span>
          <h1 class="govuk-heading-xl">Your programme</h1>
          {kept === null ? (
            <EmptyState titleText="Nothing is published yet">
              <p class="govuk-body">
                All of the visit will be here on a few pages to print, with your days, your hotels and whom to
                ring. We write to you when your days are published.
              </p>
            </EmptyState>
          ) : (
            <>
              <p class="govuk-body cn-no-print">
                <a class="govuk-link" href={ownProgrammePath(secret, 'pdf')} download>
                  Take it along as a PDF
                </a>
              </p>
              <PaperView kept={kept} />
            </>
          )}
        </>
      ),
    });
  }

  @Get('programme.pdf')
  programmePdf(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.sendPdf(reply, secret, 'traveller');
  }

  @Get('emergency')
  async emergency(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, kept } = await this.papers.of({ secret }, 'emergency-card');
    return this.site.send(request, reply, {
      title: `In an emergency: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your visit</BackLink>,
      main: <EmergencyView visit={visit} kept={kept} pdfPath={ownEmergencyPath(secret, 'pdf')} />,
    });
  }

  @Get('emergency.pdf')
  emergencyPdf(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.sendPdf(reply, secret, 'emergency-card');
  }

  private async sendPdf(reply: FastifyReply, secret: string, kind: OwnKind) {
    const { visit, traveller, kept } = await this.papers.of({ secret }, kind);
    const { fileName, bytes } = await ownFile({ visit, traveller, kept }, this.settings.PUBLIC_URL);
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(bytes);
  }
}
