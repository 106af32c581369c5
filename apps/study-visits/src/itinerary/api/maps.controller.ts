import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { OwnFeed } from '../own/own-feed.js';
import { ownPlacesIn, ReadOwnDays } from '../own/read-own-days.js';
import { placesIn, ReadItinerary } from '../read-itinerary.js';
import { ownCalendarInput } from './itinerary.schema.js';

/** Where a visit goes, for programs of staff; where a traveller goes and where their calendar is, by their own link. */
@Controller('api/v1/study-visits')
export class MapsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly days: ReadOwnDays,
    private readonly feeds: OwnFeed,
  ) {}

  @Get('visits/:id/itinerary/map')
  async map(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(placesIn(await this.itinerary.of(visit)));
  }

  @Get('traveller-links/:secret/map')
  async ownMap(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(ownPlacesIn(await this.days.of(secret)));
  }

  @Get('traveller-links/:secret/calendar')
  calendar(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, secret);
  }

  /** Sent again, it does nothing more, so that it needs no key. */
  @Post('traveller-links/:secret/calendar')
  async make(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.feeds.make(secret, readJson(request, ownCalendarInput).number);
    return this.send(reply.code(200), secret);
  }

  private async send(reply: FastifyReply, secret: string) {
    const { traveller } = await this.days.of(secret);
    return reply.headers(notKept).send({
      number: await this.feeds.numberOf(traveller.id),
      address: await this.feeds.addressOf(traveller.id),
    });
  }
}
