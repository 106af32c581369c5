import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { dayFromIso } from '#checks';
import { EventStreams, notFound } from '#platform';
import { BackLink, dateInWords, Site } from '#ui';
import { islands } from '../../assets/islands.js';
import { byDay, daysBetween } from '../../itinerary/domain/own-day.js';
import { Publications } from '../../itinerary/publications.js';
import { planOf, ReadItinerary } from '../../itinerary/read-itinerary.js';
import { ReadNews } from '../../itinerary/read-news.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { FindVisit } from '../../visits/find-visit.js';
import { todayEventsPath, todayPath } from '../addresses.js';
import { ReadLiveChanges } from '../read-live-changes.js';
import { KeptUp } from './kept-up.js';
import { SeenView } from './seen.view.js';
import { TodayView } from './today.view.js';

/** The day for staff on the way, and who has seen what was changed of it. */
@Controller('visits/manage/:id/today')
export class TodayPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly publications: Publications,
    private readonly changes: ReadLiveChanges,
    private readonly news: ReadNews,
    private readonly streams: EventStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Today there; before and after the visit, its first or last day. */
  @Get()
  async show(
    @Param('id') id: string,
    @Query('day') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const itinerary = await this.itinerary.of(visit);
    const now = this.clock();
    const { items, legs } = planOf(itinerary);
    const days = [
      ...new Set([
        ...daysBetween(visit.firstDay, visit.lastDay),
        ...byDay(items).keys(),
        ...byDay(legs).keys(),
      ]),
    ].toSorted();
    const today = now.toZonedDateTimeISO(visit.zone).toPlainDate().toString();
    const wanted = typeof asked === 'string' ? dayFromIso(asked, 'day') : null;
    const day =
      (wanted?.ok === true ? wanted.value : null) ??
      (days.includes(today) ? today : today < visit.firstDay ? visit.firstDay : visit.lastDay);
    const isPublished = (await this.publications.last(visit.id)) !== null;
    return this.site.send(request, reply, {
      title: `Today: ${visit.title}`,
      noIndex: true,
      scripts: [islands.address('kept-up')],
      before: <BackLink href={manageVisitPath(id)}>{visit.title}</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-l">{dateInWords(Temporal.PlainDate.from(day))}</h1>
          <KeptUp
            address={todayEventsPath(id)}
            state={await this.changes.stateOf(visit.id)}
            said="The page has changed: something was changed or seen."
          >
            <TodayView
              itinerary={itinerary}
              day={day}
              days={days}
              now={now}
              changes={await this.changes.of(visit.id)}
              canChange={isPublished && !isEnded(visit.status)}
            />
          </KeptUp>
        </>
      ),
    });
  }

  @Get('seen/:number')
  async seen(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const change = (await this.changes.of(visit.id)).find((each) => String(each.number) === number);
    if (change === undefined) throw notFound('There is no such change of this visit.');
    return this.site.send(request, reply, {
      title: `Who has seen it: ${visit.title}`,
      noIndex: true,
      scripts: [islands.address('kept-up')],
      before: <BackLink href={todayPath(id)}>Today</BackLink>,
      main: (
        <KeptUp
          address={todayEventsPath(id)}
          state={await this.changes.stateOf(visit.id)}
          said="Somebody has seen it, or something was changed."
        >
          <SeenView visit={visit} change={change} seen={await this.news.of(visit.id, change.number)} />
        </KeptUp>
      ),
    });
  }

  /** For the pages’ script: a stream of what is told of a visit and of how many have seen it. */
  @Get('events')
  async events(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    await this.streams.tell(request, reply, {
      key: `today ${visit.id}`,
      look: () => this.changes.stateOf(visit.id),
      isOver: () => false,
    });
  }
}
