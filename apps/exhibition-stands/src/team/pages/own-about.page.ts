import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AboutForms } from './about-forms.js';
import { ownPlace } from './said-place.js';

/** What a volunteer says of themselves. */
@Controller('stands/team/:secret/about')
export class OwnAboutPage {
  constructor(private readonly forms: AboutForms) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, ownPlace(secret));
  }

  @Post()
  save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.save(request, reply, ownPlace(secret));
  }
}
