import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem } from '#platform';
import { BackLink, form, oneValue, Site, submittedValues } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { readerOf } from '../../events/reader.js';
import { eventPath } from '../../listing/addresses.js';
import { ReadEvent, type EventReading } from '../../reading/read-event.js';
import { Reminders } from '../../reminders/reminders.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { followingPath } from '../addresses.js';
import { canBeFollowed } from '../domain/can-be-followed.js';
import { Follow } from '../follow.js';
import { ListFollows } from '../list-follows.js';
import { FollowView } from './follow.view.js';

/** Begins to follow an event, or the series that it is in. */
@Controller('calendar/events')
export class FollowPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadEvent,
    private readonly follows: ListFollows,
    private readonly follow: Follow,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':ref/follow')
  async show(@Param('ref') ref: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { event, series } = await this.read(ref, request);
    const owner = await this.follows.ownerOf(request.identity.personId);
    const followed = await this.follows.around(owner, event);
    return this.site.send(request, reply, {
      title: `Follow: ${event.title}`,
      noIndex: true,
      before: <BackLink href={eventPath(event)}>Back to the event</BackLink>,
      main: (
        <FollowView
          event={event}
          seriesName={series?.name ?? null}
          followed={followed}
          canBeFollowed={canBeFollowed(event, this.clock())}
          form={form({ scope: 'event' })}
        />
      ),
    });
  }

  @Post(':ref/follow')
  async save(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const { event, series } = await this.read(ref, request);
    const scope = oneValue(sent, 'scope') === 'series' && series !== null ? 'series' : 'event';
    try {
      const done = await this.follow.run(actorOf(request), readerOf(request), { ref, scope }, (manager, id) =>
        this.reminders.choose(manager, id, sent),
      );
      const name = scope === 'series' ? `the series “${series?.name}”` : `“${event.title}”`;
      return this.site.redirect(reply, followingPath, {
        type: 'success',
        text: `You follow ${name}.${done.isInvited ? ' A mail with the event for your own calendar is on its way.' : ''}`,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-followable') throw error;
      return this.site.redirect(reply, eventPath(event), { type: 'important', text: error.message });
    }
  }

  private async read(ref: string, request: FastifyRequest): Promise<EventReading & { event: CalendarEvent }> {
    const reading = await this.events.read(ref, null, readerOf(request), this.clock());
    if (reading === null || reading.event.status === 'draft') {
      throw notFound('There is no such event, or it is not open to you.');
    }
    return reading;
  }
}
