import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { ListUnsettled } from '../../shown/list-unsettled.js';
import { homeZone } from '../../events/domain/zones.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { readStaffList, type ListQuery } from '../domain/staff-list.js';
import { FindEvents } from '../find-events.js';
import { ListEventsView, pageSize } from './list-events.view.js';

/** The staff's way into the calendar: what needs doing, and every event there is. */
@Controller('calendar/manage')
export class ListEventsPage {
  constructor(
    private readonly site: Site,
    private readonly events: FindEvents,
    private readonly shown: ListUnsettled,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const now = this.clock();
    const list = readStaffList(query);
    const [found, unfinished, unsettled] = await Promise.all([
      this.events.list(list, now, pageSize),
      this.events.unfinished(now),
      this.shown.all(),
    ]);
    const { year } = now.toZonedDateTimeISO(homeZone);
    return this.site.send(request, reply, {
      title: 'Manage the calendar',
      noIndex: true,
      main: (
        <ListEventsView list={list} found={found} unfinished={unfinished} unsettled={unsettled} year={year} />
      ),
    });
  }
}
