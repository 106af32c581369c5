import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { notFound } from '#platform';
import { BackLink, Site } from '#ui';
import { accountPath, sessionsPath } from '../../account/addresses.js';
import { themselves } from '../../account/themselves.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { EndSessions } from '../end-sessions.js';
import { Sessions } from '../sessions.js';
import { SessionsView } from './sessions.view.js';

/** Shows people where they are signed in, and lets them end what should not be. */
@Controller('members/account/sessions')
export class SessionsPage {
  constructor(
    private readonly site: Site,
    private readonly sessions: Sessions,
    private readonly endSessions: EndSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId, sessionId } = themselves(request);
    const sessions = await this.sessions.of(personId, this.clock());
    return this.site.send(request, reply, {
      title: 'Where you are signed in',
      noIndex: true,
      before: <BackLink href={accountPath}>Your account</BackLink>,
      main: <SessionsView sessions={sessions} current={sessionId} />,
    });
  }

  @Post(':id/end')
  async end(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const actor = { identity: themselves(request), requestId: request.id };
    if (!isUuid(id)) throw notFound();
    await this.endSessions.one(actor, id);
    return this.site.redirect(reply, sessionsPath, { type: 'success', text: 'That browser is signed out.' });
  }

  @Post('end-others')
  async endOthers(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const ended = await this.endSessions.others({ identity: themselves(request), requestId: request.id });
    const browsers = ended === 1 ? 'One browser is' : `${ended} browsers are`;
    return this.site.redirect(reply, sessionsPath, {
      type: 'success',
      text: ended === 0 ? 'You are signed in nowhere else.' : `${browsers} signed out.`,
    });
  }
}
