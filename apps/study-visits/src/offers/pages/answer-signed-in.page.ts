import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answering } from '../open-offer.js';
import { AnswerForms } from './answer-forms.js';

/** Where the offer of a place is answered by whoever is signed in: the applicant, or who books for their organisation. */
@Controller('visits/mine/applications/:applicationId/offer')
export class AnswerSignedInPage {
  constructor(private readonly forms: AnswerForms) {}

  @Get()
  show(@Param('applicationId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, whoOf(request, id));
  }

  @Post()
  save(@Param('applicationId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.save(request, reply, whoOf(request, id));
  }
}

const whoOf = ({ identity }: FastifyRequest, applicationId: string): Answering => ({
  personId: identity.personId ?? '',
  applicationId,
});
