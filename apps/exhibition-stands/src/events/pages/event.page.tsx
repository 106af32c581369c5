import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { actorOf, RunOnce } from '#platform';
import { allValues, plural, readToken, Site, submittedValues, textIn } from '#ui';
import { readWanted } from '../../team/pages/read-wanted.js';
import { eventPath, guestAnchor } from '../addresses.js';
import { ChangeEvent } from '../change-event.js';
import { InviteGuests, plusOnesRules, type InvitedGuests } from '../guests/invite-guests.js';
import { TickGuest } from '../guests/tick-guest.js';
import { ReadEvents } from '../read-events.js';
import { ShowEvent } from './show-event.js';

/** An event as staff see it: its steps, its briefing, its guests. */
@Controller('stands/manage/:id/events/:eventId')
export class EventPage {
  constructor(
    private readonly site: Site,
    private readonly show: ShowEvent,
    private readonly events: ReadEvents,
    private readonly change: ChangeEvent,
    private readonly invite: InviteGuests,
    private readonly tick: TickGuest,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  page(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.show.send(request, reply, { exhibitionId, id });
  }

  @Post('status')
  status(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const step = { to: textIn(sent, 'to'), reason: textIn(sent, 'reason') };
    return this.show.orSay(request, reply, { exhibitionId, id }, sent, async () => {
      const { row } = await this.events.one({ exhibitionId, id });
      // A second press of the button: what it asks for is done.
      if (row.status !== step.to)
        await this.change.status(actorOf(request), { exhibitionId, id, version: null }, step);
      return step.to === 'published' ? 'The event is published.' : 'The event is called off.';
    });
  }

  @Post('budget')
  budget(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const step = { to: textIn(sent, 'to'), note: textIn(sent, 'note') };
    return this.show.orSay(request, reply, { exhibitionId, id }, sent, async () => {
      const { row } = await this.events.one({ exhibitionId, id });
      if (row.budgetStatus !== step.to)
        await this.change.budget(actorOf(request), { exhibitionId, id, version: null }, step);
      return `The budget is ${step.to}.`;
    });
  }

  @Post('briefing')
  briefing(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const said = { briefing: textIn(sent, 'briefing'), readers: allValues(sent, 'readers') };
    return this.show.orSay(request, reply, { exhibitionId, id }, sent, async () => {
      await this.change.brief(actorOf(request), { exhibitionId, id, version: null }, said);
      return 'The briefing is saved.';
    });
  }

  @Post('guests')
  guests(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const which = { exhibitionId, id };
    const read = readWanted({ ...sent, way: 'list' }, undefined);
    if (!read.ok)
      return this.show.send(request, reply, which, { values: sent, errors: read.errors, once: randomUUID() });
    const guests = read.wanted.flatMap((wanted) => ('email' in wanted ? [wanted] : []));
    const typed = textIn(sent, 'plusOnesAllowed').trim() || '0';
    const actor = actorOf(request);
    return this.show.orSay(request, reply, which, sent, async () => {
      const wanted = { guests, plusOnesAllowed: checkWhole(typed, 'plusOnesAllowed', plusOnesRules) };
      const hash = createHash('sha256')
        .update(JSON.stringify([id, guests, typed]))
        .digest('base64url');
      const made = await this.runOnce.run(actor, readToken(sent), { hash }, async (manager) =>
        JSON.stringify(await this.invite.within(manager, actor, which, wanted)),
      );
      const { invited, already } = JSON.parse(made) as InvitedGuests;
      return [
        `${plural(invited, 'guest is', 'guests are')} on the list now.`,
        ...(already > 0 ? [`${plural(already, 'was', 'were')} on it already.`] : []),
      ].join(' ');
    });
  }

  @Post('guests/:guestId/arrived')
  async arrived(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.one({ exhibitionId, id });
    const isThere = textIn(submittedValues(body), 'arrived') !== 'no';
    const { id: guest } = await this.tick.arrived(event.id, guestId, isThere);
    return this.site.redirect(reply, `${eventPath(exhibitionId, event.id)}#${guestAnchor(guest)}`);
  }
}
