import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Site } from '#ui';
import { personPath } from '../../people/addresses.js';
import { StopActing } from '../stop-acting.js';

/** Lets whoever acts for another be themselves again. */
@Controller('members/acting/stop')
export class StopActingPage {
  constructor(
    private readonly site: Site,
    private readonly stopActing: StopActing,
  ) {}

  @Post()
  async stop(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name } = request.identity;
    const personId = await this.stopActing.run(actorOf(request));
    if (personId === null) return this.site.redirect(reply, '/');
    return this.site.redirect(reply, personPath(personId), {
      type: 'success',
      text: `You do not act for ${name} any more.`,
    });
  }
}
