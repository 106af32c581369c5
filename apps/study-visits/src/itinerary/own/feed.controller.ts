import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicResponses } from '#platform';
import { OwnFeed } from './own-feed.js';
import { ReadOwnDays } from './read-own-days.js';

/** For people, should one look at it; calendar programs only see the status. */
const nobodys =
  'There is no calendar at this address any more, or there never was one. Open your own page of the visit for the one there is.\n';

/** Travellers' own feeds, as calendar programs ask for them. The secret in the address is all that is asked for. */
@Controller('visits/feeds')
export class OwnFeedController {
  constructor(
    private readonly days: ReadOwnDays,
    private readonly feeds: OwnFeed,
    private readonly publicResponses: PublicResponses,
  ) {}

  /** Calendars ask every hour or so: an answer is kept until something that any is made from has changed. */
  @Get(':file')
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    // From before the data is read: what changes meanwhile is noticed.
    const generation = this.publicResponses.generation('feed');
    const own = file.endsWith('.ics') ? await this.days.ofFeed(file.slice(0, -'.ics'.length)) : null;
    if (own === null) {
      return reply
        .code(404)
        .header('cache-control', 'private, no-store')
        .type('text/plain; charset=utf-8')
        .send(nobodys);
    }
    return this.publicResponses.send(
      request,
      reply,
      {
        kind: 'feed',
        body: this.feeds.render(own),
        contentType: 'text/calendar; charset=utf-8',
        headers: { 'x-robots-tag': 'noindex' },
      },
      generation,
    );
  }
}
