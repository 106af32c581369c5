import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept, signInNeeded } from '#platform';
import { ListOwn } from '../list-own.js';
import type { Who } from '../open-application.js';
import { SendLink } from '../send-link.js';
import { ApplicationAnswers } from './application-answers.js';
import { linesJson } from './application-json.js';

const personIn = ({ identity }: FastifyRequest): string => {
  if (identity.personId === null) throw signInNeeded();
  return identity.personId;
};

const whoIn = (request: FastifyRequest, applicationId: string): Who => ({
  personId: personIn(request),
  applicationId,
});

/** Applications of whoever is signed in, or of whom they signed up, for programs. */
@Controller('api/v1/study-visits/my-applications')
export class OwnApplicationController {
  constructor(
    private readonly answers: ApplicationAnswers,
    private readonly list: ListOwn,
    private readonly sendLink: SendLink,
  ) {}

  @Get()
  async mine(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(linesJson(await this.list.ofPerson(personIn(request))));
  }

  @Get(':id')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.show(reply, whoIn(request, id));
  }

  @Put(':id/about')
  about(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.about(request, reply, whoIn(request, id));
  }

  @Put(':id/answers/:question')
  answer(
    @Param('id') id: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.answer(request, reply, whoIn(request, id), question);
  }

  @Get(':id/access')
  needs(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.needs(reply, whoIn(request, id));
  }

  @Put(':id/access')
  saveNeeds(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.saveNeeds(request, reply, whoIn(request, id));
  }

  @Post(':id/submit')
  submit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.submit(request, reply, whoIn(request, id));
  }

  @Post(':id/withdraw')
  withdraw(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.withdraw(request, reply, whoIn(request, id));
  }

  @Post(':id/link')
  async link(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await this.sendLink.run(whoIn(request, id), request.id);
    return reply.code(202).headers(notKept).send({ asked });
  }

  @Post(':id/references')
  ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.ask(request, reply, whoIn(request, id));
  }

  @Post(':id/references/:referenceId/remind')
  remind(
    @Param('id') id: string,
    @Param('referenceId') referenceId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.remind(request, reply, whoIn(request, id), referenceId);
  }
}
