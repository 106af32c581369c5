import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerUiAsset } from '#ui';

/** Our own copy of the shared styles, for pages in the fallback chrome. */
@Controller('mail/assets')
export class AssetsController {
  @Get(':name')
  show(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answerUiAsset(name, request, reply);
  }
}
