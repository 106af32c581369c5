import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site, submittedValues, readToken } from '#ui';
import { actorOf, RunOnce } from '#platform';
import { DuplicateEvent } from '../../events/duplicate-event.js';
import { manageEventPath } from '../addresses.js';

/** Makes a new draft of all that an event says, and goes on to edit it. */
@Controller('calendar/manage/events/:ref/duplicate')
export class DuplicateEventPage {
  constructor(
    private readonly site: Site,
    private readonly duplicateEvent: DuplicateEvent,
    private readonly runOnce: RunOnce,
  ) {}

  @Post()
  async duplicate(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const actor = actorOf(request);
    const made = await this.runOnce.run(actor, readToken(submittedValues(body)), { ref }, async (manager) => {
      const draft = await this.duplicateEvent.add(manager, actor, ref);
      return draft.ref;
    });
    return this.site.redirect(reply, manageEventPath(made, 'edit'), {
      type: 'success',
      text: 'This is a new draft with everything that the other event says. Give it its own date.',
    });
  }
}
