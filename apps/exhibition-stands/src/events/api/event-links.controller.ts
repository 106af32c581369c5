import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { checkRange } from '#checks';
import { idempotently, isSignedIn, notKept, readJson } from '#platform';
import { FindExhibition, noSuchExhibition } from '../../exhibitions/find-exhibition.js';
import { AnswerInvitation } from '../guests/answer-invitation.js';
import { plusOnesRules } from '../guests/invite-guests.js';
import { ReadGuests } from '../guests/read-guests.js';
import { TickGuest } from '../guests/tick-guest.js';
import { ReadEvents } from '../read-events.js';
import { heardJson, hostedGuestJson, invitationJson } from './event-json.js';
import { answerInput, arrivedInput } from './event.schema.js';

/** What everybody may hear of, and what guests and hosts do by their own links, for programs. */
@Controller('api/v1/exhibition-stands')
export class EventLinksController {
  constructor(
    private readonly exhibitions: FindExhibition,
    private readonly events: ReadEvents,
    private readonly guests: ReadGuests,
    private readonly answers: AnswerInvitation,
    private readonly tick: TickGuest,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** What whoever asks may hear of. */
  @Get('exhibitions/:id/programme')
  async programme(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    if (exhibition.status === 'draft') throw noSuchExhibition();
    const events = await this.events.heardOf(exhibition.id, isSignedIn(request.identity));
    return reply.headers(notKept).send({ items: events.map((row) => heardJson(row, exhibition.zone)) });
  }

  @Get('event-links/:secret')
  async invitation(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(invitationJson(await this.guests.bySecret(secret)));
  }

  @Post('event-links/:secret')
  answer(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { plusOnes, ...sent } = readJson(request, answerInput);
    return this.once(request, reply, async () => {
      const answer = { ...sent, plusOnes: checkRange(plusOnes, 'plusOnes', plusOnesRules) };
      await this.answers.run(secret, answer, request.id);
      return invitationJson(await this.guests.bySecret(secret));
    });
  }

  @Get('team-links/:secret/events')
  async hosted(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { events, exhibition } = await this.guests.ownEvents(secret);
    return reply.headers(notKept).send({ items: events.map((row) => heardJson(row, exhibition.zone)) });
  }

  @Get('team-links/:secret/events/:eventId')
  async hostedOne(@Param('secret') secret: string, @Param('eventId') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.hostedJson(secret, id));
  }

  @Post('team-links/:secret/events/:eventId/guests/:guestId/arrived')
  arrived(
    @Param('secret') secret: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { arrived } = readJson(request, arrivedInput);
    return this.once(request, reply, async () => {
      const event = await this.guests.ownEvent(secret, id);
      await this.tick.arrived(event.id, guestId, arrived);
      return this.hostedJson(secret, id);
    });
  }

  private async hostedJson(secret: string, id: string) {
    const { row, exhibition } = await this.guests.ownEvent(secret, id);
    const guests = await this.guests.of(row.id);
    return {
      event: heardJson(row, exhibition.zone),
      briefing: row.briefing,
      guests: guests.map(hostedGuestJson),
    };
  }

  private async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<object>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await work(),
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
