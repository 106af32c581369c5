import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Chrome } from '#ui';

export const CHROME = Symbol('the site’s chrome');

/** What every service fetches to put around its pages. */
@Controller('chrome')
export class ChromeController {
  constructor(@Inject(CHROME) private readonly chrome: Chrome) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const etag = `"${this.chrome.version}"`;
    reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.send(this.chrome);
  }
}
