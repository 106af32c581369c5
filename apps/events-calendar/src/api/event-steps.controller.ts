import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { readJson, requiredVersion, actorOf, asPrecondition } from '#platform';
import { CancelOccurrence } from '../events/cancel-occurrence.js';
import { ChangeStatus } from '../events/change-status.js';
import { DuplicateEvent } from '../events/duplicate-event.js';
import type { CalendarEvent } from '../events/domain/event.js';
import { readerOf } from '../events/reader.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { postEvent } from './answers.js';
import { eventJson } from './json/event-json.js';
import { FindEvent } from './queries/find-event.js';
import { occurrenceStatusInput, statusInput } from './schemas/lists.schema.js';

/** What can be done with an event that there is. */
@Controller('api/v1/events-calendar/events/:ref')
export class EventStepsController {
  constructor(
    private readonly findEvent: FindEvent,
    private readonly changeStatus: ChangeStatus,
    private readonly cancelOccurrence: CancelOccurrence,
    private readonly duplicateEvent: DuplicateEvent,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Post('status')
  async change(@Param('ref') asked: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { status, reason, replacedBy } = readJson(request, statusInput);
    const { ref } = await this.findEvent.byRef(asked, readerOf(request));
    return postEvent(this.dataSource, request, reply, 200, async () => {
      const change = { to: status, version, reason, replacedBy };
      const event = await asPrecondition(this.changeStatus.run(actorOf(request), ref, change));
      return this.json(event, request);
    });
  }

  @Post('occurrences/:original/status')
  async changeOccurrence(
    @Param('ref') asked: string,
    @Param('original') original: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { status, reason } = readJson(request, occurrenceStatusInput);
    const { ref } = await this.findEvent.byRef(asked, readerOf(request));
    return postEvent(this.dataSource, request, reply, 200, async () => {
      const why = status === 'cancelled' ? reason : null;
      const which = { version, original };
      const event = await asPrecondition(this.cancelOccurrence.run(actorOf(request), ref, which, why));
      return this.json(event, request);
    });
  }

  @Post('duplicate')
  async duplicate(@Param('ref') asked: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { ref } = await this.findEvent.byRef(asked, readerOf(request));
    return postEvent(this.dataSource, request, reply, 201, async () =>
      this.json(await this.duplicateEvent.run(actorOf(request), ref), request),
    );
  }

  private json(event: CalendarEvent, request: FastifyRequest) {
    return eventJson(event, readerOf(request), this.settings.PUBLIC_URL);
  }
}
