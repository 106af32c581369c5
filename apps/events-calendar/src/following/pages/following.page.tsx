import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { homeZone } from '../../events/domain/zones.js';
import { readerOf } from '../../events/reader.js';
import { BackToCalendar } from '../../listing/pages/ways.js';
import { Reminders } from '../../reminders/reminders.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ListFollows } from '../list-follows.js';
import { FollowingView } from './following.view.js';

/** All that a person follows. */
@Controller('calendar/following')
export class FollowingPage {
  constructor(
    private readonly site: Site,
    private readonly follows: ListFollows,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const owner = await this.follows.ownerOf(request.identity.personId);
    const follows = await this.follows.all(owner, readerOf(request));
    return this.site.send(request, reply, {
      title: 'What you follow',
      noIndex: true,
      before: <BackToCalendar to={{ text: 'What’s on', href: '/calendar' }} />,
      main: (
        <FollowingView
          follows={follows}
          reminders={await this.reminders.chosen(follows.map(({ id }) => id))}
          year={this.clock().toZonedDateTimeISO(homeZone).year}
        />
      ),
    });
  }
}
