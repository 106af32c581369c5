import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { readerOf } from '../events/reader.js';
import { everything } from '../listing/domain/filter.js';
import { ListOccurrences } from '../listing/list-occurrences.js';
import { EventList } from '../listing/pages/event-list.js';
import { CLOCK, type Clock } from '../tokens.js';

/** How many events the home page shows. */
const shown = 5;

/** The next few events, for the home page. */
@Controller('calendar/fragments')
export class UpcomingFragment {
  constructor(
    private readonly list: ListOccurrences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('upcoming')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const now = this.clock();
    const { items } = await this.list.upcoming(everything, readerOf(request), now, 0, shown);
    const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
    return reply
      .headers({ 'cache-control': 'private, no-store', 'content-type': 'text/html; charset=utf-8' })
      .send(
        renderToString(
          <>
            {items.length === 0 ? (
              <p class="govuk-body">Nothing is planned at the moment. New events appear here.</p>
            ) : (
              <EventList events={items} today={today} />
            )}
            <p class="govuk-body">
              <a class="govuk-link" href="/calendar">
                See everything that’s on
              </a>
            </p>
          </>,
        ),
      );
  }
}
