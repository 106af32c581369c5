import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { dayFromIso } from '#checks';
import { subscribeLinks } from '#icalendar';
import { EventStreams, notFound } from '#platform';
import { BackLink, readVersion, Site, submittedValues } from '#ui';
import { islands } from '../../assets/islands.js';
import { KeptUp } from '../../live-changes/pages/kept-up.js';
import { ownTravelPath } from '../../travellers/addresses.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ownCalendarPath, ownDaysEventsPath, ownDaysPath } from '../addresses.js';
import { Publications } from '../publications.js';
import { ReadNews } from '../read-news.js';
import { OwnCalendarView } from './own-calendar.view.js';
import { OwnDaysView, OwnDayView } from './own-days.view.js';
import { OwnFeed } from './own-feed.js';
import { ReadOwnDays, type OwnDays } from './read-own-days.js';

/** What is planned for a traveller, by the link that was mailed to them. */
@Controller('visits/travellers/:secret')
export class OwnDaysPage {
  constructor(
    private readonly site: Site,
    private readonly days: ReadOwnDays,
    private readonly news: ReadNews,
    private readonly feeds: OwnFeed,
    private readonly publications: Publications,
    private readonly streams: EventStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('days')
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.days.of(secret);
    const unseen = await this.news.unseen(own.traveller.id);
    return this.site.send(request, reply, {
      title: `Your days: ${own.visit.title}`,
      noIndex: true,
      scripts: [islands.address('kept-up')],
      before: <BackLink href={ownTravelPath(secret)}>{own.visit.title}</BackLink>,
      main: await this.keptUp(
        secret,
        own,
        <OwnDaysView own={own} secret={secret} unseen={unseen} now={this.clock()} />,
      ),
    });
  }

  /** For the pages’ script: a stream of the version that travellers of the visit read. */
  @Get('days/events')
  async events(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { visit } = await this.days.of(secret);
    await this.streams.tell(request, reply, {
      key: `days ${visit.id}`,
      look: async () => ({ number: await this.publications.latest(visit.id) }),
      isOver: () => false,
    });
  }

  /** What was published after their page was made, they have not seen. */
  @Post('days')
  async seen(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.news.seen(secret, readVersion(submittedValues(request.body)) ?? 0);
    const text = 'Thank you: we know that you have seen it.';
    return this.site.redirect(reply, ownDaysPath(secret), { type: 'success', text });
  }

  @Get('days/:day')
  async showDay(
    @Param('secret') secret: string,
    @Param('day') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const own = await this.days.of(secret);
    const day = dayFromIso(given, 'day');
    if (!day.ok || day.value === null) throw notFound('There is no such day.');
    return this.site.send(request, reply, {
      title: `Your day: ${own.visit.title}`,
      noIndex: true,
      scripts: [islands.address('kept-up')],
      before: <BackLink href={ownDaysPath(secret)}>All your days</BackLink>,
      main: await this.keptUp(
        secret,
        own,
        <OwnDayView
          own={own}
          secret={secret}
          unseen={await this.news.unseen(own.traveller.id)}
          day={day.value}
          now={this.clock()}
        />,
      ),
    });
  }

  @Get('calendar')
  async showCalendar(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { traveller, visit } = await this.days.of(secret);
    const address = await this.feeds.addressOf(traveller.id);
    return this.site.send(request, reply, {
      title: `Your own calendar: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownDaysPath(secret)}>Your days</BackLink>,
      main: (
        <OwnCalendarView
          path={ownCalendarPath(secret)}
          number={await this.feeds.numberOf(traveller.id)}
          links={address === null ? null : subscribeLinks(address, visit.title)}
        />
      ),
    });
  }

  @Post('calendar')
  async makeCalendar(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.feeds.make(secret, readVersion(submittedValues(request.body)) ?? 0);
    const text = 'This is the address of your calendar.';
    return this.site.redirect(reply, ownCalendarPath(secret), { type: 'success', text });
  }

  private async keptUp(secret: string, { visit }: OwnDays, children: VNode) {
    return (
      <KeptUp
        address={ownDaysEventsPath(secret)}
        state={{ number: await this.publications.latest(visit.id) }}
        said="Something on this page has just changed."
      >
        {children}
      </KeptUp>
    );
  }
}
