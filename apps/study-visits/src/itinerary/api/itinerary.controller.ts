import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepItems } from '../keep-items.js';
import { PublishItinerary } from '../publish-itinerary.js';
import { ReadItinerary } from '../read-itinerary.js';
import { itemJson, itineraryJson, wantedOf } from './itinerary-json.js';
import { cancelInput, itemInput } from './itinerary.schema.js';

/** What is planned for the days of a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/itinerary')
export class ItineraryController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly keep: KeepItems,
    private readonly publishing: PublishItinerary,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const itinerary = await this.itinerary.of(visit);
    const last = await this.publishing.last(visit.id);
    const body = itineraryJson(itinerary, last, await this.publishing.pending(visit));
    return reply.headers(notKept).send(body);
  }

  @Post('items')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const wanted = wantedOf(readJson(request, itemInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/itinerary/items/${id}`,
      work: async () => {
        const { id } = await this.transactions.run((manager) =>
          this.keep.add(manager, actorOf(request), visitId, wanted),
        );
        return this.json(visitId, id);
      },
    });
  }

  @Get('items/:itemId')
  async one(@Param('id') key: string, @Param('itemId') id: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    return this.answers.thing(reply, await this.json(visit.id, id));
  }

  @Put('items/:itemId')
  async change(
    @Param('id') key: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const wanted = wantedOf(readJson(request, itemInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    await asPrecondition(this.keep.edit(actorOf(request), { visitId, id, version }, wanted));
    return this.answers.thing(reply, await this.json(visitId, id));
  }

  @Delete('items/:itemId')
  async remove(
    @Param('id') key: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    await this.keep.remove(actorOf(request), { visitId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  @Post('items/:itemId/cancellation')
  async cancel(
    @Param('id') key: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = readJson(request, cancelInput);
    return this.step(request, reply, key, id, (visitId) =>
      this.keep.cancel(actorOf(request), { visitId, id, version: null }, reason),
    );
  }

  @Post('items/:itemId/restoration')
  async restore(
    @Param('id') key: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step(request, reply, key, id, (visitId) =>
      this.keep.restore(actorOf(request), { visitId, id, version: null }),
    );
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    id: string,
    work: (visitId: string) => Promise<unknown>,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => {
        await work(visitId);
        return this.json(visitId, id);
      },
    });
  }

  private async json(visitId: string, id: string) {
    const item = await this.itinerary.one({ visitId, id });
    return itemJson(item, await this.itinerary.of(await this.visits.byId(visitId)));
  }
}
