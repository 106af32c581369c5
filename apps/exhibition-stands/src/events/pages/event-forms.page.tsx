import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/pages/thing-forms.js';
import type { ThingKind } from '../../plans/pages/thing-kind.js';
import type { EventInput } from '../domain/stand-event.js';
import { EventFields, eventNames, fillEvent, readEvent } from '../form/event-form.js';
import { KeepEvents } from '../keep-events.js';
import { ReadEvents, type PlannedEvent } from '../read-events.js';

/** Adds, changes and deletes an event. */
@Controller('stands/manage/:id/events')
export class EventFormsPage {
  private readonly kind: ThingKind<PlannedEvent, EventInput>;

  constructor(
    private readonly forms: ThingForms,
    events: ReadEvents,
    keep: KeepEvents,
  ) {
    this.kind = {
      part: 'events',
      what: 'event',
      mayDelete: ({ row }) => row.status === 'draft',
      names: eventNames,
      title: ({ row }) => row.title,
      fill: fillEvent,
      read: readEvent,
      fields: async (form) => <EventFields form={form} />,
      one: (which) => events.one(which),
      saysAlready: (event, input) => keep.saysAlready(event, input),
      add: (...given) => keep.add(...given),
      edit: (...given) => keep.edit(...given),
      remove: (...given) => keep.remove(...given),
    };
  }

  @Get('new')
  showNew(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(this.kind, { request, reply, exhibitionId });
  }

  @Post('new')
  add(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(this.kind, { request, reply, exhibitionId });
  }

  @Get(':eventId/edit')
  showEdit(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':eventId/edit')
  save(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Get(':eventId/delete')
  showDelete(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':eventId/delete')
  remove(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, exhibitionId }, id);
  }
}
