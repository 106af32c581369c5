import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cursorPage, decodeCursor, readQuery, type SentQuery, notKept } from '#platform';
import { EventsRepository } from '../events/events.repository.js';
import { readerOf } from '../events/reader.js';
import { occurrenceJson } from './json/occurrence-json.js';
import { revisionJson } from './json/revision-json.js';
import { FindEvent } from './queries/find-event.js';
import { PageOccurrences } from './queries/page-occurrences.js';
import { pageQuery } from './schemas/lists.schema.js';

const versions = /^\d{1,9}$/;

/** The lists that belong to one event. */
@Controller('api/v1/events-calendar/events/:ref')
export class EventPartsController {
  constructor(
    private readonly findEvent: FindEvent,
    private readonly events: EventsRepository,
    private readonly pageOccurrences: PageOccurrences,
  ) {}

  /** Who changed what, the newest first. */
  @Get('revisions')
  async revisions(
    @Param('ref') ref: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { cursor, limit } = readQuery(query, pageQuery);
    const before = cursor === undefined ? Infinity : Number(decodeCursor(cursor, [versions] as const)[0]);
    const event = await this.findEvent.byRef(ref, readerOf(request));
    const rows = (await this.events.history(event.id)).filter(({ version }) => version < before);
    const { items, nextCursor } = cursorPage(rows, limit, ({ version }) => [String(version)]);
    return reply.headers(notKept).send({ items: items.map(revisionJson), nextCursor });
  }

  @Get('occurrences')
  async occurrences(
    @Param('ref') ref: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const reader = readerOf(request);
    const { items, nextCursor } = await this.pageOccurrences.ofEvent(
      ref,
      reader,
      readQuery(query, pageQuery),
    );
    return reply.headers(notKept).send({
      items: items.map(({ event, occurrence }) => occurrenceJson(occurrence, event, reader)),
      nextCursor,
    });
  }
}
