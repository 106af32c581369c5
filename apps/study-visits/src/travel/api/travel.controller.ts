import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { FindVisit } from '../../visits/find-visit.js';
import { DriverLinks } from '../manifest/driver-links.js';
import { ReadManifest } from '../manifest/read-manifest.js';
import { SendManifest } from '../manifest/send-manifest.js';
import { KeepOwnTravel } from '../own/keep-own-travel.js';
import { ReadTravel } from '../read-travel.js';
import { TellTravel } from '../telling/tell-travel.js';
import { LegAnswers } from './leg-answers.js';
import { driverLinkJson, journeysJson, manifestJson, ownInputOf, travelJson } from './travel-json.js';
import { ownTravelInput } from './travel.schema.js';

/** Who travels how, manifests, and what travellers are told, for programs. */
@Controller('api/v1/study-visits/visits/:id')
export class TravelController {
  constructor(
    private readonly answers: LegAnswers,
    private readonly visits: FindVisit,
    private readonly travel: ReadTravel,
    private readonly own: KeepOwnTravel,
    private readonly manifests: ReadManifest,
    private readonly sending: SendManifest,
    private readonly drivers: DriverLinks,
    private readonly telling: TellTravel,
  ) {}

  @Get('travel')
  async all(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(travelJson(await this.travel.of(id)));
  }

  @Get('travel/telling')
  async states(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    const { states } = await this.telling.read(id);
    const items = states.map(({ traveller, toldAt, state }) => ({
      travellerId: traveller.id,
      name: traveller.name,
      toldAt: toldAt && toldAt.toString(),
      state,
    }));
    return reply.headers(notKept).send({ items });
  }

  @Post('travel/telling')
  async tell(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return this.answers.post(request, reply, () => this.telling.run(actorOf(request), id));
  }

  @Get('travellers/:travellerId/own-travel')
  async ownTravel(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const { journeys } = await this.own.read({ visitId, travellerId });
    return reply.headers(notKept).send({ journeys: journeysJson(journeys) });
  }

  @Put('travellers/:travellerId/own-travel')
  async saveOwnTravel(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = ownInputOf(readJson(request, ownTravelInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const { journeys } = await this.own.save({ visitId, travellerId }, input, null);
    return reply.headers(notKept).send({ journeys: journeysJson(journeys) });
  }

  @Get('legs/:legId/manifest')
  async manifest(@Param('id') key: string, @Param('legId') legId: string, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(manifestJson(await this.manifests.of({ visitId, legId })));
  }

  @Post('legs/:legId/manifest/sent')
  async sent(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.post(request, reply, async () =>
      manifestJson(await this.sending.run(actorOf(request), { visitId, legId, version: null })),
    );
  }

  @Get('legs/:legId/driver-links')
  async links(@Param('id') key: string, @Param('legId') legId: string, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const { leg } = await this.manifests.of({ visitId, legId });
    return reply.headers(notKept).send({ items: (await this.drivers.of(leg.id)).map(driverLinkJson) });
  }

  @Post('legs/:legId/driver-links')
  async makeLink(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    // The answer holds a secret and is made again from what is kept, so it is remembered under no key.
    const link = await this.drivers.make(actorOf(request), { visitId, legId });
    reply.header('location', `${apiPath}/visits/${visitId}/legs/${legId}/driver-links/${link.id}`);
    return reply.code(201).headers(notKept).send(driverLinkJson(link));
  }

  @Delete('legs/:legId/driver-links/:linkId')
  async endLink(
    @Param('id') key: string,
    @Param('legId') legId: string,
    @Param('linkId') linkId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    await this.drivers.end(actorOf(request), { visitId, legId }, linkId);
    return reply.code(204).headers(notKept).send();
  }
}
