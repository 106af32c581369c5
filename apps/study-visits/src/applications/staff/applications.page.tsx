import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { applyWindow } from '../domain/apply-window.js';
import { countCategories, countOrganisations } from '../domain/counts.js';
import { readListFilter } from '../domain/list-filter.js';
import { categoryInWords } from '../in-words.js';
import { ReadApplications } from '../read-applications.js';
import { applicationsSheet } from './applications-sheet.js';
import { ApplicationsView } from './applications.view.js';

/** The applications for a visit, for staff. */
@Controller('visits/manage/:id/applications')
export class ApplicationsPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly applications: ReadApplications,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const filter = readListFilter(query);
    const page = pageIn(query);
    const submitted = await this.applications.submitted(id);
    return this.site.send(request, reply, {
      title: `Applications: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Applications" current="applications">
          <ApplicationsView
            visit={visit}
            window={applyWindow(visit, this.clock())}
            states={await this.applications.states(id)}
            submitted={submitted}
            organisations={countOrganisations(submitted, visit.organisationLimit)}
            categories={countCategories(submitted, visit.categoryLimits).map((count) => ({
              ...count,
              name: categoryInWords(count.name),
            }))}
            listed={await this.applications.list(id, filter, page)}
            filter={filter}
            page={page}
          />
        </VisitFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { title } = await this.visits.byId(id);
    const { items } = await this.applications.list(id, readListFilter(query), null);
    return sendSheet(reply, applicationsSheet(`Applications, ${title}`, items), format);
  }
}

/** The page that an address asks for, from 1. */
function pageIn({ page }: SentQuery): number {
  return typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
}
