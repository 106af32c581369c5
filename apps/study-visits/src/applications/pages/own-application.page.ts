import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInNeeded } from '#platform';
import { ApplicationForms } from './application-forms.js';
import { signedInPlace } from './application-place.js';

const placeOf = ({ identity }: FastifyRequest, id: string) => {
  if (identity.personId === null) throw signInNeeded();
  return signedInPlace(identity.personId, id);
};

/** An application for whose it is, and for whoever signed them up, when they are signed in. */
@Controller('visits/mine/applications/:id')
export class OwnApplicationPage {
  constructor(private readonly forms: ApplicationForms) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, placeOf(request, id));
  }

  @Get(':part')
  showPart(
    @Param('id') id: string,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showPart(request, reply, placeOf(request, id), part);
  }

  @Post(':part')
  savePart(
    @Param('id') id: string,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.savePart(request, reply, placeOf(request, id), part);
  }
}
