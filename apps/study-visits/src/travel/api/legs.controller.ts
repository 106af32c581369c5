import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepLegs } from '../keep-legs.js';
import { PlaceTravellers } from '../place-travellers.js';
import { ReadLegs } from '../read-legs.js';
import { LegAnswers } from './leg-answers.js';
import { inputOf, legJson } from './travel-json.js';
import { cancelInput, legInput, onePlaceInput, placesInput } from './travel.schema.js';

/** The legs of a visit's journey and who is on them, for programs. */
@Controller('api/v1/study-visits/visits/:id/legs')
export class LegsController {
  constructor(
    private readonly answers: LegAnswers,
    private readonly visits: FindVisit,
    private readonly legs: ReadLegs,
    private readonly keep: KeepLegs,
    private readonly place: PlaceTravellers,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: (await this.legs.of(id)).map(legJson) });
  }

  @Post()
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = inputOf(readJson(request, legInput));
    const { id } = await this.visits.byIdOrSlug(key);
    const actor = actorOf(request);
    return this.answers.post(
      request,
      reply,
      async () => legJson(await this.transactions.run((manager) => this.keep.add(manager, actor, id, input))),
      (leg) => `${apiPath}/visits/${id}/legs/${leg.id}`,
    );
  }

  @Get(':legId')
  async show(@Param('id') key: string, @Param('legId') legId: string, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.leg(reply, this.legs.one({ visitId, legId }));
  }

  @Put(':legId')
  async change(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = inputOf(readJson(request, legInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.leg(reply, this.keep.edit(actorOf(request), { visitId, legId, version }, input));
  }

  @Post(':legId/cancel')
  async cancel(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = readJson(request, cancelInput);
    const seen = await this.seen(key, legId);
    return this.answers.post(request, reply, async () =>
      legJson(await this.keep.cancel(actorOf(request), seen, reason)),
    );
  }

  @Put(':legId/travellers')
  async replace(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { places } = readJson(request, placesInput);
    const seen = { ...(await this.seen(key, legId)), version };
    return this.answers.leg(reply, this.place.replace(actorOf(request), seen, places));
  }

  @Post(':legId/everybody')
  async everybody(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = await this.seen(key, legId);
    return this.answers.post(request, reply, async () =>
      legJson(await this.place.everybody(actorOf(request), seen)),
    );
  }

  @Put(':legId/travellers/:travellerId')
  async put(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const place = { ...readJson(request, onePlaceInput), travellerId };
    const seen = await this.seen(key, legId);
    return this.answers.leg(reply, this.place.put(actorOf(request), seen, place));
  }

  @Delete(':legId/travellers/:travellerId')
  async takeOff(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = await this.seen(key, legId);
    await this.place.takeOff(actorOf(request), seen, travellerId);
    return reply.code(204).headers(notKept).send();
  }

  private async seen(key: string, legId: string) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return { visitId, legId, version: null };
  }
}
