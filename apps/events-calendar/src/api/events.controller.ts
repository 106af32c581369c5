import { Controller, Delete, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { readJson, readQuery, type SentQuery, actorOf, notKept } from '#platform';
import { CreateEvent } from '../events/create-event.js';
import { DeleteDraft } from '../events/delete-draft.js';
import { readerOf } from '../events/reader.js';
import { readFilter } from '../listing/domain/filter.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { postEvent, sendEvent } from './answers.js';
import { eventJson } from './json/event-json.js';
import { readDetails } from './json/read-details.js';
import { FindEvent } from './queries/find-event.js';
import { PageEvents } from './queries/page-events.js';
import { readSpan } from './queries/span.js';
import { eventInput } from './schemas/event.schema.js';
import { eventsQuery, listParameters } from './schemas/lists.schema.js';

@Controller('api/v1/events-calendar/events')
export class EventsController {
  constructor(
    private readonly pageEvents: PageEvents,
    private readonly findEvent: FindEvent,
    private readonly createEvent: CreateEvent,
    private readonly deleteDraft: DeleteDraft,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = readQuery(query, eventsQuery, listParameters);
    const reader = readerOf(request);
    const wanted = {
      filter: readFilter(query),
      span: readSpan(asked),
      statuses: asked.status ?? null,
    };
    const { items, nextCursor } = await this.pageEvents.page(wanted, reader, asked);
    return reply.headers(notKept).send({
      items: items.map((event) => eventJson(event, reader, this.settings.PUBLIC_URL)),
      nextCursor,
    });
  }

  @Get(':ref')
  async show(@Param('ref') ref: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reader = readerOf(request);
    const event = await this.findEvent.byRef(ref, reader);
    return sendEvent(reply, eventJson(event, reader, this.settings.PUBLIC_URL));
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = readJson(request, eventInput);
    return postEvent(this.dataSource, request, reply, 201, async () => {
      const event = await this.createEvent.run(actorOf(request), readDetails(sent));
      return eventJson(event, readerOf(request), this.settings.PUBLIC_URL);
    });
  }

  @Delete(':ref')
  async remove(@Param('ref') ref: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { ref: known } = await this.findEvent.byRef(ref, readerOf(request));
    await this.deleteDraft.run(known);
    return reply.code(204).headers(notKept).send();
  }
}
