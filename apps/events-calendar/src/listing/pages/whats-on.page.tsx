import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { Site } from '#ui';
import { homeZone } from '../../events/domain/zones.js';
import { readerOf } from '../../events/reader.js';
import { CLOCK, type Clock } from '../../tokens.js';
import {
  filteredAddress,
  isEverything,
  readFilter,
  readPage,
  tidyAddress,
  type Query as Asked,
} from '../domain/filter.js';
import { fetchPage } from '../fetch-page.js';
import { ListChoicesQuery } from '../list-choices.js';
import { ListOccurrences } from '../list-occurrences.js';
import { feedAlternate } from './feed-alternate.js';
import { WhatsOnView } from './whats-on.view.js';

const path = '/calendar';

@Controller('calendar')
export class WhatsOnPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOccurrences,
    private readonly choices: ListChoicesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const tidy = tidyAddress(path, query);
    if (tidy !== null) return this.site.redirect(reply, tidy);
    return this.site.sendPublic(request, reply, async () => {
      const now = this.clock();
      const filter = readFilter(query);
      const reader = readerOf(request);
      const [found, choices] = await Promise.all([
        fetchPage(readPage(query), (offset, limit) => this.list.upcoming(filter, reader, now, offset, limit)),
        this.choices.upcoming(reader, now),
      ]);
      const { number, count } = found.page;
      return {
        title: number > 1 ? `What’s on, page ${number} of ${count}` : 'What’s on',
        description:
          'Coming events of the network: conferences, stands, study visits, meetings and webinars.',
        canonical: this.site.absolute(
          filteredAddress(path, filter, number > 1 ? { page: String(number) } : {}),
        ),
        noIndex: !isEverything(filter),
        openGraphType: 'website',
        alternates: [feedAlternate(filter)],
        main: (
          <WhatsOnView
            found={found}
            filter={filter}
            choices={choices}
            now={now}
            today={now.toZonedDateTimeISO(homeZone).toPlainDate()}
            isStaff={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
