import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept, readJson } from '#platform';
import { ReadOwnDays } from '../own/read-own-days.js';
import { ReadNews } from '../read-news.js';
import { ownDaysJson } from './itinerary-json.js';
import { ownSeenInput } from './itinerary.schema.js';

/** What is planned for a traveller, by their own link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret/days')
export class OwnDaysController {
  constructor(
    private readonly days: ReadOwnDays,
    private readonly news: ReadNews,
  ) {}

  @Get()
  show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, secret);
  }

  /** Sent again, it does nothing more, so that it needs no key. */
  @Post('seen')
  async seen(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.news.seen(secret, readJson(request, ownSeenInput).version);
    return this.send(reply.code(200), secret);
  }

  private async send(reply: FastifyReply, secret: string) {
    const own = await this.days.of(secret);
    return reply.headers(notKept).send(ownDaysJson(own, await this.news.unseen(own.traveller.id)));
  }
}
