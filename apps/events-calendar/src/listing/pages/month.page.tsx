import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '#platform';
import { monthInWords, Site } from '#ui';
import { homeZone } from '../../events/domain/zones.js';
import { readerOf } from '../../events/reader.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { monthPath } from '../addresses.js';
import {
  filteredAddress,
  isEverything,
  readFilter,
  tidyAddress,
  type Query as Asked,
} from '../domain/filter.js';
import { monthGrid } from '../domain/month-grid.js';
import { readMonth } from '../domain/read-month.js';
import { ListChoicesQuery } from '../list-choices.js';
import { ListOccurrences } from '../list-occurrences.js';
import { MonthView } from './month.view.js';

/** As many as a page can bear; a month with more is better looked at as a list. */
const mostShown = 300;

/** Months further from this one are kept out of search engines: there is no end of them. */
const nearMonths = 13;

/** A month as a grid of days. */
@Controller('calendar/months')
export class MonthPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOccurrences,
    private readonly choices: ListChoicesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  current(@Query() query: Asked, @Res() reply: FastifyReply) {
    const month = this.today().toPlainYearMonth();
    return reply
      .header('cache-control', 'no-store')
      .redirect(filteredAddress(monthPath(month), readFilter(query)), 302);
  }

  @Get(':month')
  async show(
    @Param('month') asked: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const month = readMonth(asked);
    if (month === null) {
      throw notFound('Months stand in addresses as year and month, such as 2026-11, from 1990 to 2100.');
    }
    const path = monthPath(month);
    const tidy = tidyAddress(path, query);
    if (tidy !== null) return this.site.redirect(reply, tidy);
    return this.site.sendPublic(request, reply, async () => {
      const filter = readFilter(query);
      const reader = readerOf(request);
      const today = this.today();
      const [found, choices] = await Promise.all([
        this.list.between(...spanOf(month), filter, reader, mostShown),
        this.choices.ever(reader),
      ]);
      const words = monthInWords(month);
      const distance = today.toPlainYearMonth().until(month, { largestUnit: 'months' }).months;
      return {
        title: words,
        description: `Events of the network in ${words}, day by day.`,
        canonical: this.site.absolute(filteredAddress(path, filter)),
        noIndex: Math.abs(distance) > nearMonths || !isEverything(filter),
        main: (
          <MonthView
            month={month}
            grid={monthGrid(month, found.items)}
            isCut={found.total > found.items.length}
            filter={filter}
            choices={choices}
            today={today}
          />
        ),
      };
    });
  }

  private today(): Temporal.PlainDate {
    return this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
  }
}

/** From when to when anything can be in the month, in whatever zone it is told; the grid leaves out what is not. */
function spanOf(month: Temporal.PlainYearMonth): [Temporal.Instant, Temporal.Instant] {
  const first = month.toPlainDate({ day: 1 });
  return [
    first.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant(),
    first.add({ months: 1, days: 1 }).toZonedDateTime('UTC').toInstant(),
  ];
}
