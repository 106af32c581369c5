import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Site, submittedValues, textIn, type Notice } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { staffCountsPath } from '../addresses.js';
import { ChooseItems } from '../choose-items.js';
import { CountScreens } from './count-screens.js';
import { ListScreens } from './list-screens.js';
import { staffPlace } from './count-place.js';

/** Head counts for staff. */
@Controller('visits/manage/:id/head-counts')
export class StaffCountsPage {
  constructor(
    private readonly site: Site,
    private readonly lists: ListScreens,
    private readonly screens: CountScreens,
    private readonly items: ChooseItems,
  ) {}

  @Get()
  list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.lists.list(request, reply, placeOf(request, id));
  }

  @Post()
  add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const thingId = textIn(submittedValues(request.body), 'thingId');
    return this.act(reply, id, 'Heads are counted there, too.', () =>
      this.items.add(actorOf(request), { visitId: id, thingId }),
    );
  }

  @Get(':thingId')
  show(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.show(request, reply, placeOf(request, id), thingId);
  }

  @Get(':thingId/events')
  events(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.events(request, reply, placeOf(request, id), thingId);
  }

  @Post(':thingId/marks')
  mark(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.mark(request, reply, placeOf(request, id), thingId);
  }

  @Post(':thingId/close')
  close(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.close(request, reply, placeOf(request, id), thingId);
  }

  @Post(':thingId/reopen')
  reopen(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.screens.reopen(request, reply, placeOf(request, id), thingId);
  }

  @Post(':thingId/remove')
  remove(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act(reply, id, 'Heads are no longer counted there.', () =>
      this.items.remove(actorOf(request), { visitId: id, thingId }),
    );
  }

  @Get(':thingId/missing')
  missing(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.lists.missing(request, reply, placeOf(request, id), thingId);
  }

  @Post(':thingId/missing')
  contact(
    @Param('id') id: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.lists.contact(request, reply, placeOf(request, id), thingId);
  }

  private async act(reply: FastifyReply, id: string, done: string, work: () => Promise<void>) {
    let notice: Notice = { type: 'success', text: done };
    try {
      await work();
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      notice = { type: 'important', text: error.detail };
    }
    return this.site.redirect(reply, staffCountsPath(id), notice);
  }
}

const placeOf = (request: FastifyRequest, visitId: string) =>
  staffPlace({ actor: actorOf(request), visitId }, { href: managePath, text: 'Look after the visits' });
