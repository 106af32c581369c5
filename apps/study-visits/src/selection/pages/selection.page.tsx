import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { applyWindow } from '../../applications/domain/apply-window.js';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { ReadSelection } from '../read-selection.js';
import { SelectionView } from './selection.view.js';

/** How far the selection for a visit is, and what staff do next. */
@Controller('visits/manage/:id/selection')
export class SelectionPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const [selection, criteria, progress, standing] = await Promise.all([
      this.selections.of(visit.id),
      this.selections.criteria(visit.id),
      this.selections.progress(visit.id),
      this.selections.standing(visit.id),
    ]);
    return this.site.send(request, reply, {
      title: `Selection: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Selection" current="selection">
          <SelectionView
            visit={visit}
            window={applyWindow(visit, this.clock())}
            selection={selection}
            criteria={criteria.length}
            progress={progress}
            applications={standing.length}
            unscored={standing.filter(({ score }) => score === null).length}
          />
        </VisitFrame>
      ),
    });
  }
}
