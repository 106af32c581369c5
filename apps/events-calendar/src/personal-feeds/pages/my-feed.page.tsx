import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { makeQrCode, Site, submittedValues } from '#ui';
import { islands } from '../../assets/islands.js';
import { ListAttended } from '../../conferences/list-attended.js';
import { ListDoubleBookings } from '../../double-bookings/list-double-bookings.js';
import { homeZone } from '../../events/domain/zones.js';
import { subscribeLinks } from '#icalendar';
import { BackToCalendar } from '../../listing/pages/ways.js';
import { FindKnownPerson } from '../../members/find-known-person.js';
import { ListOwnTravels } from '../../visits/list-own-travels.js';
import { ListOwnShifts } from '../../stands/list-own-shifts.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { myFeedPath } from '../addresses.js';
import { personalFeedName } from '../domain/feed-words.js';
import { personalFeedPath } from '../domain/secret.js';
import { MakeFeed } from '../make-feed.js';
import { ReadOwnFeed } from '../read-own-feed.js';
import { MadeFeedView } from './made-feed.view.js';
import { MyFeedView } from './my-feed.view.js';

const before = <BackToCalendar to={{ text: 'Subscribe', href: '/calendar/subscribe' }} />;

/** A person's own feed: what it holds, and its address, which is shown in the answer to the form that makes it. */
@Controller('calendar/my-feed')
export class MyFeedPage {
  constructor(
    private readonly site: Site,
    private readonly own: ReadOwnFeed,
    private readonly people: FindKnownPerson,
    private readonly attended: ListAttended,
    private readonly travels: ListOwnTravels,
    private readonly shifts: ListOwnShifts,
    private readonly doubleBookings: ListDoubleBookings,
    private readonly make: MakeFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId, actor, name } = request.identity;
    const feed = await this.own.of(personId ?? '');
    const [person, conferences, visits, shifts, overlaps] = await Promise.all([
      this.people.byId(feed.personId),
      this.attended.titlesOf(feed.personId),
      this.travels.of(feed.personId),
      this.shifts.of(feed.personId),
      this.doubleBookings.of(feed.personId),
    ]);
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    return this.site.send(request, reply, {
      title: 'A calendar of your own',
      noIndex: true,
      before,
      main: (
        <MyFeedView
          person={person}
          conferences={conferences}
          visits={visits}
          shifts={shifts}
          overlaps={overlaps}
          today={today}
          feed={feed}
          actedFor={actor === null ? null : name}
        />
      ),
    });
  }

  /** Not answered with a redirect, as the address must not stand in one and is kept nowhere. */
  @Post('make')
  async makeAddress(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { seen = '' } = submittedValues(body);
    const state = [seen].flat()[0] ?? '';
    const secret = await this.secretFor(request, state);
    if (secret === null) {
      // The page was sent again by reloading it, or an older one was.
      return this.site.redirect(reply, myFeedPath, {
        type: 'important',
        text: 'Nothing was changed: your address was made or removed in the meantime. An address is shown only once; if you did not note yours, make a new one.',
      });
    }
    const address = this.site.absolute(personalFeedPath(secret));
    const qrCode = await makeQrCode(address);
    return this.site.send(request, reply, {
      title: 'Your address is ready',
      noIndex: true,
      scripts: [islands.address('copy-address')],
      before,
      main: (
        <MadeFeedView
          links={subscribeLinks(address, personalFeedName)}
          qrCode={qrCode}
          replaced={state !== 'none'}
        />
      ),
    });
  }

  /** @returns `null` when the feed is not as the person saw it */
  private async secretFor(request: FastifyRequest, seen: string): Promise<string | null> {
    try {
      return await this.make.run(actorOf(request), seen);
    } catch (error) {
      if (error instanceof Problem && error.code === 'feed-changed') return null;
      throw error;
    }
  }
}
