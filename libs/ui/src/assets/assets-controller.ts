import { Controller, Get, Param, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import type { Islands } from './islands.js';
import { uiAssets } from './ui-assets.js';

/**
 * Serves an app's own copy of the shared styles, for pages in the fallback chrome, and its pages' scripts; for its controllers.
 *
 * @param prefix where: `/calendar/assets`
 * @param islands without them the app has no scripts of its own
 */
export function assetsController(prefix: string, islands?: Islands): Type {
  @Controller(prefix)
  class AssetsController {
    /** As small as the browser takes it; Problem 404 for a name that the build does not hold. */
    @Get(':name')
    show(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      const header = request.headers['accept-encoding'];
      const encodings = typeof header === 'string' ? header : undefined;
      const answer = uiAssets().answer(name, encodings) ?? islands?.answer(name, encodings);
      if (!answer) throw notFound();
      return reply.headers(answer.headers).send(answer.body);
    }
  }
  return AssetsController;
}
