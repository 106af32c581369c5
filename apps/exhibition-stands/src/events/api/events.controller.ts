import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { ChangeEvent } from '../change-event.js';
import { KeepEvents } from '../keep-events.js';
import { ReadEvents, type PlannedEvent } from '../read-events.js';
import { eventJson, inputOf } from './event-json.js';
import { briefingInput, budgetInput, eventInput, statusInput } from './event.schema.js';

/** What takes place on a stand, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions/:id')
export class EventsController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly events: ReadEvents,
    private readonly keep: KeepEvents,
    private readonly changes: ChangeEvent,
    private readonly transactions: Transactions,
  ) {}

  @Get('events')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    const rows = await this.events.of(exhibition.id);
    const items = await Promise.all(rows.map((row) => this.json({ row, exhibition })));
    return reply.headers(notKept).send({ items });
  }

  @Post('events')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = inputOf(readJson(request, eventInput));
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/exhibitions/${exhibitionId}/events/${id}`,
      work: async () =>
        this.json(
          await this.transactions.run((manager) =>
            this.keep.add(manager, actorOf(request), exhibitionId, input),
          ),
        ),
    });
  }

  @Get('events/:eventId')
  async show(@Param('id') key: string, @Param('eventId') id: string, @Res() reply: FastifyReply) {
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.thing(reply, await this.json(await this.events.one({ exhibitionId, id })));
  }

  @Put('events/:eventId')
  async change(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = inputOf(readJson(request, eventInput));
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    const seen = { exhibitionId, id, version };
    return this.answers.thing(
      reply,
      await this.json(await asPrecondition(this.keep.edit(actorOf(request), seen, input))),
    );
  }

  @Delete('events/:eventId')
  async remove(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.keep.remove(actorOf(request), await this.seen(key, id));
    return reply.code(204).headers(notKept).send();
  }

  @Post('events/:eventId/status')
  async status(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const step = readJson(request, statusInput);
    const seen = await this.seen(key, id);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => this.json(await this.changes.status(actorOf(request), seen, step)),
    });
  }

  @Post('events/:eventId/budget')
  async budget(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const step = readJson(request, budgetInput);
    const seen = await this.seen(key, id);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => this.json(await this.changes.budget(actorOf(request), seen, step)),
    });
  }

  @Put('events/:eventId/briefing')
  async briefing(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const said = readJson(request, briefingInput);
    const seen = await this.seen(key, id);
    return this.answers.thing(reply, await this.json(await this.changes.brief(actorOf(request), seen, said)));
  }

  private async seen(key: string, id: string) {
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return { exhibitionId, id, version: null };
  }

  private async json(event: Pick<PlannedEvent, 'row' | 'exhibition'>) {
    const [taken, readers] = await Promise.all([
      this.events.taken(event.row.id),
      this.events.readers(event.row.id),
    ]);
    return eventJson(event, { taken, readers });
  }
}
