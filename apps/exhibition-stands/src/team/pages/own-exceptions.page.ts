import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExceptionForms } from './exception-forms.js';
import { ownPlace } from './said-place.js';

/** Where a volunteer says when they are not there after all. */
@Controller('stands/team/:secret/exceptions')
export class OwnExceptionsPage {
  constructor(private readonly forms: ExceptionForms) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.show(request, reply, ownPlace(secret));
  }

  @Post()
  save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.save(request, reply, ownPlace(secret));
  }
}
