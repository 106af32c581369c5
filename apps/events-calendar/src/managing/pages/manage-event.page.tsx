import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { OwnEvents } from '../../shown/own-events.js';
import { homeZone } from '../../events/domain/zones.js';
import { ReadFollowers } from '../../following/read-followers.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath } from '../addresses.js';
import { FindClashes } from '../find-clashes.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { SeriesChoices } from '../series-choices.js';
import { ManageEventView } from './manage-event.view.js';

/** An event as staff see it: what it says, what is missing, what can be done, and what was done. */
@Controller('calendar/manage/events/:ref')
export class ManageEventPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly series: SeriesChoices,
    private readonly clashes: FindClashes,
    private readonly followers: ReadFollowers,
    private readonly own: OwnEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Query('dates') dates: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const [history, series, clashes, followers, shows] = await Promise.all([
      this.events.history(event),
      this.series.all(),
      event.status === 'cancelled' ? [] : this.clashes.with(event, event),
      this.followers.of(event),
      this.own.shownBy(event.id),
    ]);
    const now = this.clock();
    return this.site.send(request, reply, {
      title: event.title,
      noIndex: true,
      before: <BackLink href={managePath}>Manage the calendar</BackLink>,
      main: (
        <ManageEventView
          event={event}
          history={history}
          seriesName={series.find(({ slug }) => slug === event.series)?.name ?? event.series}
          clashes={clashes}
          followers={followers}
          shows={shows}
          now={now}
          token={randomUUID()}
          allDates={dates === 'all'}
          year={now.toZonedDateTimeISO(homeZone).year}
        />
      ),
    });
  }
}
