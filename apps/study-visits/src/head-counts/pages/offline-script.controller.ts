import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { islands } from '../../assets/islands.js';
import { visitsPath } from '../../visits/addresses.js';

/** The script that shows the last copies of these pages without a network; one address for all, so that a phone finds the newest. */
@Controller('visits/head-counts')
export class OfflineScriptController {
  @Get('offline.js')
  worker(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const header = request.headers['accept-encoding'];
    const file = islands.address('head-counts-offline').split('/').at(-1) ?? '';
    const answer = islands.answer(file, typeof header === 'string' ? header : undefined);
    if (!answer) throw notFound();
    return reply
      .headers({ ...answer.headers, 'cache-control': 'no-cache', 'service-worker-allowed': `${visitsPath}/` })
      .send(answer.body);
  }
}
