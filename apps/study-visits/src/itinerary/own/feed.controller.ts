import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicResponses, writeAnswer } from '#platform';
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

  @Get(':file')
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = file.endsWith('.ics') ? await this.days.ofFeed(file.slice(0, -'.ics'.length)) : null;
    if (own === null) {
      return reply
        .code(404)
        .header('cache-control', 'private, no-store')
        .type('text/plain; charset=utf-8')
        .send(nobodys);
    }
    const answer = this.publicResponses.finish({
      body: this.feeds.render(own),
      contentType: 'text/calendar; charset=utf-8',
      headers: { 'x-robots-tag': 'noindex' },
    });
    // The framework's hooks on responses (the log) still run.
    writeAnswer(request.raw, reply.hijack().raw, answer, request.id);
    return reply;
  }
}
