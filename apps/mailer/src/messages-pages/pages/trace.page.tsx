import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRequestId } from '#messaging';
import { BackLink, Site } from '#ui';
import { messagesPath } from '../addresses.js';
import { AskServices } from '../ask-services.js';
import { storyOf } from '../telling/story.js';
import { FindMailsOfRequest } from '../find-mails-of-request.js';
import { TraceView, type TraceProps } from './trace.view.js';

/** A request's whole way through the services: its messages, and the mails that came of it. */
@Controller('mail/messages/trace')
export class TracePage {
  constructor(
    private readonly site: Site,
    private readonly services: AskServices,
    private readonly mails: FindMailsOfRequest,
  ) {}

  @Get()
  async show(@Query('id') id: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const requestId = typeof id === 'string' ? id.trim() : '';
    return this.site.send(request, reply, {
      title: requestId === '' ? 'Follow a request' : `Request ${requestId.slice(0, 128)}`,
      noIndex: true,
      before: <BackLink href={messagesPath}>Messages between the services</BackLink>,
      main: <TraceView {...await this.find(requestId, request.id)} />,
    });
  }

  private async find(requestId: string, askedBy: string): Promise<TraceProps> {
    if (requestId === '') return { requestId, found: null };
    if (!isRequestId(requestId)) {
      const error =
        'That is no id of a request: it has letters, digits and hyphens only. Copy it as it stands there.';
      return { requestId, found: null, error };
    }
    const [traces, mails] = await Promise.all([
      this.services.traces(requestId, askedBy),
      this.mails.of(requestId),
    ]);
    return { requestId, found: { story: storyOf(traces), mails } };
  }
}
