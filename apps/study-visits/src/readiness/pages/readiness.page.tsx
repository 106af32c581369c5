import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site, sortFrom, submittedValues, textIn, type Sort } from '#ui';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { readinessItems } from '../domain/item.js';
import {
  compareBy,
  isListed,
  sortKeys,
  type ReadinessFilter,
  type SortKey,
} from '../domain/readiness-list.js';
import { ReadReadiness, type ReadyTraveller } from '../read-readiness.js';
import { readinessSheet } from '../sheet.js';
import { ReadinessView } from './readiness.view.js';

/** How ready everybody is, for staff. */
@Controller('visits/manage/:id/readiness')
export class ReadinessPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly readiness: ReadReadiness,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const [filter, sort] = [filterFrom(query), sortOf(query)];
    const all = await this.readiness.of(visit);
    return this.site.send(request, reply, {
      title: `Who is ready: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <ReadinessView
          visit={visit}
          all={all}
          listed={listed(all, filter, sort)}
          filter={filter}
          sort={sort}
          pathOf={(item, travellerId) => this.readiness.pathOf(item, visit.id, travellerId)}
        />
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
    const visit: Visit = await this.visits.byId(id);
    const rows = listed(await this.readiness.of(visit), filterFrom(query), sortOf(query));
    return sendSheet(reply, readinessSheet(visit.title, rows), format);
  }
}

function filterFrom(query: SentQuery): ReadinessFilter {
  const asked = submittedValues(query);
  const state = textIn(asked, 'state');
  return {
    words: textIn(asked, 'q').slice(0, 200),
    item: readinessItems.find((item) => item === textIn(asked, 'item')) ?? null,
    state: state === 'open' || state === 'ready' ? state : null,
  };
}

const sortOf = (query: SentQuery): Sort<SortKey> =>
  sortFrom(textIn(submittedValues(query), 'sort'), sortKeys, { key: 'number', direction: 'ascending' });

function listed(
  all: readonly ReadyTraveller[],
  filter: ReadinessFilter,
  { key, direction }: Sort<SortKey>,
): readonly ReadyTraveller[] {
  const found = all
    .map((ready) => ({ ready, row: { ...ready.traveller, ...ready } }))
    .filter(({ row }) => isListed(row, filter))
    .toSorted((one, other) => compareBy(key, one.row, other.row))
    .map(({ ready }) => ready);
  return direction === 'descending' ? found.toReversed() : found;
}
