import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountScreens } from './count-screens.js';
import { ListScreens } from './list-screens.js';
import { ownPlace } from './count-place.js';

/** Head counts for whoever leads the visit, by their own link. */
@Controller('visits/travellers/:secret/head-counts')
export class OwnCountsPage {
  constructor(
    private readonly lists: ListScreens,
    private readonly screens: CountScreens,
  ) {}

  @Get()
  list(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.lists.list(request, reply, ownPlace(secret));
  }

  @Get(':thingId')
  show(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.show(request, reply, ownPlace(secret), thingId);
  }

  @Get(':thingId/events')
  events(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.events(request, reply, ownPlace(secret), thingId);
  }

  @Post(':thingId/marks')
  mark(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.mark(request, reply, ownPlace(secret), thingId);
  }

  @Post(':thingId/close')
  close(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.close(request, reply, ownPlace(secret), thingId);
  }

  @Post(':thingId/reopen')
  reopen(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.reopen(request, reply, ownPlace(secret), thingId);
  }

  @Get(':thingId/missing')
  missing(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.lists.missing(request, reply, ownPlace(secret), thingId);
  }

  @Post(':thingId/missing')
  contact(
    @Param('secret') secret: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.lists.contact(request, reply, ownPlace(secret), thingId);
  }
}
