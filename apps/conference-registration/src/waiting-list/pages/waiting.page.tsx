import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, Site } from '#ui';
import { bookingPath } from '../../bookings/addresses.js';
import { conferencePath } from '../../catalogue/addresses.js';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { waitingPath } from '../addresses.js';
import { AnswerOffer } from '../answer-offer.js';
import { FindEntry } from '../find-entry.js';
import { ReadLine } from '../read-line.js';
import { LeaveView, WaitingView } from './waiting.view.js';

/** Somebody's place in the line: where they stand, what is offered, and the way out. */
@Controller('conference/waiting/:key')
export class WaitingPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindEntry,
    private readonly line: ReadLine,
    private readonly catalogues: ReadCatalogue,
    private readonly answer: AnswerOffer,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(key, request, reply, null);
  }

  @Post('accept')
  async accept(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      return this.site.redirect(reply, bookingPath(await this.answer.accept(actorOf(request), key)));
    } catch (error) {
      return this.refused(error, key, request, reply);
    }
  }

  @Post('decline')
  async decline(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      await this.answer.decline(actorOf(request), key);
      return this.site.redirect(reply, waitingPath(key));
    } catch (error) {
      return this.refused(error, key, request, reply);
    }
  }

  @Get('leave')
  async askLeave(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { conferenceId } = await this.find.forReading(request.identity, key);
    const { conference } = await this.catalogues.of(conferenceId);
    return this.site.send(request, reply, {
      title: 'Leave the waiting list',
      noIndex: true,
      before: <BackLink href={waitingPath(key)}>Your place in the line</BackLink>,
      main: <LeaveView title={conference.title} path={waitingPath(key)} />,
    });
  }

  @Post('leave')
  async leave(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.answer.leave(actorOf(request), key);
    return this.site.redirect(reply, waitingPath(key), {
      type: 'success',
      text: 'You have left the waiting list.',
    });
  }

  private async refused(error: unknown, key: string, request: FastifyRequest, reply: FastifyReply) {
    if (!(error instanceof Problem) || ![403, 409].includes(error.status)) throw error;
    return this.send(key, request, reply, error);
  }

  private async send(key: string, request: FastifyRequest, reply: FastifyReply, problem: Problem | null) {
    const entry = await this.find.forReading(request.identity, key);
    const [standing, catalogue] = await Promise.all([
      this.line.standing(entry),
      this.catalogues.of(entry.conferenceId),
    ]);
    const { conference } = catalogue;
    return this.site.send(
      request,
      reply,
      {
        title: `Your place in the line: ${conference.title}`,
        noIndex: true,
        before: <BackLink href={conferencePath(conference.slug)}>{conference.title}</BackLink>,
        main: (
          <WaitingView standing={standing} catalogue={catalogue} path={waitingPath(key)} problem={problem} />
        ),
      },
      problem?.status ?? 200,
    );
  }
}
