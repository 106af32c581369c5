import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationForms } from './application-forms.js';
import { linkPlace } from './application-place.js';

/** Somebody’s own application, by the link that was mailed to them alone. */
@Controller('visits/applications/:secret')
export class LinkApplicationPage {
  constructor(private readonly forms: ApplicationForms) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, linkPlace(secret));
  }

  @Get(':part')
  showPart(
    @Param('secret') secret: string,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showPart(request, reply, linkPlace(secret), part);
  }

  @Post(':part')
  savePart(
    @Param('secret') secret: string,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.savePart(request, reply, linkPlace(secret), part);
  }
}
