import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { uiAssets } from '#ui';

/** Our own copy of the shared styles, for pages in the fallback chrome. */
@Controller('conference/assets')
export class AssetsController {
  @Get(':name')
  show(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const header = request.headers['accept-encoding'];
    const answer = uiAssets().answer(name, typeof header === 'string' ? header : undefined);
    if (!answer) throw notFound();
    return reply.headers(answer.headers).send(answer.body);
  }
}
