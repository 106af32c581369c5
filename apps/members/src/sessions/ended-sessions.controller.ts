import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { EndedSessions } from './ended-sessions.js';

/** The stream by which a shell learns which sessions it has to ask about anew. */
@Controller('internal/ended-sessions')
export class EndedSessionsController {
  constructor(private readonly endedSessions: EndedSessions) {}

  @Get()
  follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { raw } = reply;
    const lines: string[] = [];
    const write = (line: string) => (raw.headersSent ? void raw.write(line) : void lines.push(line));
    const unfollow = this.endedSessions.follow({
      tell: (line) => write(`${JSON.stringify(line)}\n`),
      close: () => void raw.end(),
    });
    if (!unfollow) {
      throw new Problem({
        status: 503,
        code: 'not-listening',
        title: 'Not available',
        detail: 'What ends is not being heard of at the moment. Try again shortly.',
      });
    }
    raw.once('close', unfollow);
    reply.hijack();
    raw.writeHead(200, {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      'x-request-id': request.id,
    });
    raw.write(lines.join(''));
  }
}
