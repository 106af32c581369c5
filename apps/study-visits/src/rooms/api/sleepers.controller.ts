import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadRooms } from '../read-rooms.js';
import { PinSleeper } from '../sleepers/pin-sleeper.js';
import { MoveSleeper } from '../sleepers/move-sleeper.js';
import { SaveSleeper, sleeperOf } from '../sleepers/save-sleeper.js';
import { RoomAnswers } from './room-answers.js';
import {
  meantVersion,
  ownInputOf,
  ownRoomJson,
  shownVersion,
  sleeperInputOf,
  sleeperJson,
} from './rooms-json.js';
import { moveInput, ownRoomInput, pinInput, sleeperInput } from './rooms.schema.js';

/** What people need of their rooms, and who is moved where, for programs. */
@Controller('api/v1/study-visits')
export class SleepersController {
  constructor(
    private readonly answers: RoomAnswers,
    private readonly visits: FindVisit,
    private readonly open: OpenTraveller,
    private readonly rooms: ReadRooms,
    private readonly save: SaveSleeper,
    private readonly move: MoveSleeper,
    private readonly pin: PinSleeper,
  ) {}

  @Post('visits/:id/rooms/people')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = sleeperInputOf(readJson(request, sleeperInput));
    const { id } = await this.visits.byIdOrSlug(key);
    return this.answers.post(
      request,
      reply,
      async () => sleeperJson(await this.save.add(actorOf(request), id, input)),
      (made) => `${apiPath}/visits/${id}/rooms/people/${made.id}`,
    );
  }

  @Put('visits/:id/rooms/people/:sleeperId')
  async change(
    @Param('id') key: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = meantVersion(requiredVersion(request));
    const input = sleeperInputOf(readJson(request, sleeperInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const seen = { visitId, sleeperId, version };
    return this.answers.versioned(
      reply,
      this.save.byStaff(actorOf(request), seen, input).then((sleeper) => sleeperJson(sleeper)),
    );
  }

  @Delete('visits/:id/rooms/people/:sleeperId')
  async remove(
    @Param('id') key: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.visits.byIdOrSlug(key);
    await this.save.remove(actorOf(request), id, sleeperId);
    return reply.code(204).headers(notKept).send();
  }

  @Put('visits/:id/rooms/people/:sleeperId/stays')
  async place(
    @Param('id') key: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { nights, to } = readJson(request, moveInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const sleeper = await this.move.run(actorOf(request), id, sleeperId, nights, to);
    return reply.headers(notKept).send(sleeperJson(sleeper));
  }

  @Put('visits/:id/rooms/people/:sleeperId/pin')
  async pinTo(
    @Param('id') key: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { pin } = readJson(request, pinInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const sleeper = await this.pin.run(actorOf(request), id, sleeperId, pin);
    return reply.headers(notKept).send(sleeperJson(sleeper));
  }

  @Get('traveller-links/:secret/rooming')
  async own(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { traveller, visit } = await this.open.read({ secret });
    const rooms = await this.rooms.ofVisit(visit);
    const sleeper = sleeperOf(rooms, traveller.id);
    return reply
      .headers({ ...notKept, etag: versionTag(shownVersion(sleeper)) })
      .send(ownRoomJson(sleeper, rooms));
  }

  @Put('traveller-links/:secret/rooming')
  async say(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = meantVersion(requiredVersion(request));
    const input = ownInputOf(readJson(request, ownRoomInput));
    return this.answers.versioned(
      reply,
      this.save.byLink(secret, version, input).then(async (sleeper) => {
        const { visit } = await this.open.read({ secret });
        return ownRoomJson(sleeper, await this.rooms.ofVisit(visit));
      }),
    );
  }
}
