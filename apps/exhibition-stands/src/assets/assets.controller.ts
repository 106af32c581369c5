import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { uiAssets } from '#ui';
import { islands } from './islands.js';

/** Our pages' scripts, and our own copy of the shared styles, for pages in the fallback chrome. */
@Controller('stands/assets')
export class AssetsController {
  @Get(':name')
  show(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const header = request.headers['accept-encoding'];
    const encodings = typeof header === 'string' ? header : undefined;
    const answer = uiAssets().answer(name, encodings) ?? islands.answer(name, encodings);
    if (!answer) throw notFound();
    return reply.headers(answer.headers).send(answer.body);
  }
}
