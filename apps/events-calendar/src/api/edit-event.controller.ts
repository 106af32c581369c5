import { Controller, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  readJson,
  readQuery,
  requiredVersion,
  versionTag,
  type SentQuery,
  actorOf,
  asPrecondition,
  notKept,
} from '#platform';
import { EditEvent } from '../events/edit-event.js';
import { readerOf } from '../events/reader.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { eventJson } from './json/event-json.js';
import { readEdit } from './json/read-details.js';
import { FindEvent } from './queries/find-event.js';
import { eventEdit, type EditOutcome } from './schemas/event.schema.js';
import { editQuery } from './schemas/lists.schema.js';

@Controller('api/v1/events-calendar/events/:ref')
export class EditEventController {
  constructor(
    private readonly findEvent: FindEvent,
    private readonly editEvent: EditEvent,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Put()
  async edit(
    @Param('ref') asked: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { scope, on } = readQuery(query, editQuery);
    const input = readEdit(readJson(request, eventEdit));
    const reader = readerOf(request);
    const { ref } = await this.findEvent.byRef(asked, reader);
    const edited = await asPrecondition(
      this.editEvent.run(actorOf(request), ref, { version, scope, original: on ?? null }, input),
    );
    const { PUBLIC_URL } = this.settings;
    const outcome: EditOutcome = {
      event: eventJson(edited.event, reader, PUBLIC_URL),
      later: edited.later && eventJson(edited.later, reader, PUBLIC_URL),
      dropped: [...edited.dropped],
    };
    return reply.headers({ ...notKept, etag: versionTag(edited.event.version) }).send(outcome);
  }
}
