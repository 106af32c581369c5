import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { Site } from '#ui';
import { homeZone } from '../../events/domain/zones.js';
import { readerOf } from '../../events/reader.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { yearPath } from '../addresses.js';
import {
  filteredAddress,
  isEverything,
  readFilter,
  readPage,
  tidyAddress,
  type Query as Asked,
} from '../domain/filter.js';
import { readArchiveYear } from '../domain/read-month.js';
import { fetchPage } from '../fetch-page.js';
import { ListChoicesQuery } from '../list-choices.js';
import { ListOccurrences } from '../list-occurrences.js';
import { ArchiveView } from './archive.view.js';
import { ArchiveYearView } from './archive-year.view.js';
import { BackToCalendar } from './ways.js';

/** What is over, by year. */
@Controller('calendar/archive')
export class ArchivePage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOccurrences,
    private readonly choices: ListChoicesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async years(@Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = '/calendar/archive';
    const tidy = tidyAddress(path, query);
    if (tidy !== null) return this.site.redirect(reply, tidy);
    return this.site.sendPublic(request, reply, async () => {
      const filter = readFilter(query);
      const reader = readerOf(request);
      const [years, choices] = await Promise.all([
        this.list.years(filter, reader, this.clock()),
        this.choices.ever(reader),
      ]);
      return {
        title: 'Past events',
        description: 'What the network has held, year by year.',
        canonical: this.site.absolute(filteredAddress(path, filter)),
        noIndex: !isEverything(filter),
        main: <ArchiveView years={years} filter={filter} choices={choices} />,
      };
    });
  }

  @Get(':year')
  async year(
    @Param('year') asked: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.clock();
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate();
    const year = readArchiveYear(asked, today.year);
    if (year === null) {
      throw notFound(
        'There is no such year in the archive. “Past events” in the calendar lists those that there are.',
      );
    }
    const path = yearPath(year);
    const tidy = tidyAddress(path, query);
    if (tidy !== null) return this.site.redirect(reply, tidy);
    return this.site.sendPublic(request, reply, async () => {
      const filter = readFilter(query);
      const reader = readerOf(request);
      const [found, years, choices] = await Promise.all([
        fetchPage(readPage(query), (offset, limit) =>
          this.list.past(year, filter, reader, now, offset, limit),
        ),
        this.list.years(filter, reader, now),
        this.choices.ever(reader),
      ]);
      const { number } = found.page;
      return {
        title: number > 1 ? `Past events of ${year}, page ${number}` : `Past events of ${year}`,
        description: `What the network held in ${year}.`,
        canonical: this.site.absolute(
          filteredAddress(path, filter, number > 1 ? { page: String(number) } : {}),
        ),
        noIndex: !isEverything(filter) || found.events.length === 0,
        before: (
          <BackToCalendar to={{ text: 'Past events', href: filteredAddress('/calendar/archive', filter) }} />
        ),
        main: (
          <ArchiveYearView
            year={year}
            years={years.map((each) => each.year)}
            found={found}
            filter={filter}
            choices={choices}
            today={today}
          />
        ),
      };
    });
  }
}
