import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { applyWindow } from '../../applications/domain/apply-window.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitPath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadPublicSelection } from '../read-public-selection.js';
import { PublicSelectionView } from './selection.view.js';

/** How places are given and, once applicants have been told, what became of every application; for everybody. */
@Controller('visits/:slug/selection')
export class PublicSelectionPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly selections: ReadPublicSelection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.announced(slug);
    const selection = await this.selections.of(visit);
    return this.site.send(request, reply, {
      title: `How places are given: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={visitPath(visit.slug)}>{visit.title}</BackLink>,
      main: (
        <PublicSelectionView visit={visit} selection={selection} window={applyWindow(visit, this.clock())} />
      ),
    });
  }
}
