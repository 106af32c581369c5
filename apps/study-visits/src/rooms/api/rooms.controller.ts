import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson, requiredVersion } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { FindVisit } from '../../visits/find-visit.js';
import { SaveHotel } from '../hotels/save-hotel.js';
import { RoomingLists } from '../lists/rooming-lists.js';
import { ReadRooms } from '../read-rooms.js';
import { AskForRooms } from '../search/ask-for-rooms.js';
import { RoomAnswers } from './room-answers.js';
import { hotelInputOf, listJson, roomsJson, searchJson } from './rooms-json.js';
import { hotelInput, nightsInput, sendInput } from './rooms.schema.js';

/** Hotels, who sleeps where, searches and rooming lists, for programs. */
@Controller('api/v1/study-visits/visits/:id/rooms')
export class RoomsController {
  constructor(
    private readonly answers: RoomAnswers,
    private readonly visits: FindVisit,
    private readonly rooms: ReadRooms,
    private readonly hotels: SaveHotel,
    private readonly ask: AskForRooms,
    private readonly lists: RoomingLists,
  ) {}

  @Get()
  async show(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const rooms = await this.rooms.ofVisit(visit);
    return reply.headers(notKept).send(roomsJson(rooms, await this.ask.last(visit.id)));
  }

  @Post('searches')
  async search(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return this.answers.post(
      request,
      reply,
      async () => searchJson(await this.ask.run(actorOf(request), id)),
      (made) => `${apiPath}/visits/${id}/rooms/searches/${made.id}`,
    );
  }

  @Get('searches/:searchId')
  async follow(@Param('id') key: string, @Param('searchId') searchId: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(searchJson(await this.ask.one(id, searchId)));
  }

  @Post('searches/:searchId/cancel')
  async cancel(
    @Param('id') key: string,
    @Param('searchId') searchId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.visits.byIdOrSlug(key);
    return this.answers.post(request, reply, async () => searchJson(await this.ask.cancel(id, searchId)));
  }

  @Post('hotels')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = hotelInputOf(readJson(request, hotelInput));
    const { id } = await this.visits.byIdOrSlug(key);
    return this.answers.post(
      request,
      reply,
      () => this.hotels.add(actorOf(request), id, input),
      (made) => `${apiPath}/visits/${id}/rooms/hotels/${made.id}`,
    );
  }

  @Put('hotels/:hotelId')
  async change(
    @Param('id') key: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = hotelInputOf(readJson(request, hotelInput));
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.versioned(
      reply,
      this.hotels.edit(actorOf(request), { visitId, hotelId, version }, input),
    );
  }

  @Put('hotels/:hotelId/nights')
  async setNights(
    @Param('id') key: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { numbers } = readJson(request, nightsInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const seen = { visitId, hotelId, version };
    return this.answers.versioned(reply, this.hotels.setNights(actorOf(request), seen, numbers));
  }

  @Delete('hotels/:hotelId')
  async remove(
    @Param('id') key: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.visits.byIdOrSlug(key);
    await this.hotels.remove(actorOf(request), id, hotelId);
    return reply.code(204).headers(notKept).send();
  }

  @Get('hotels/:hotelId/list')
  async list(@Param('id') key: string, @Param('hotelId') hotelId: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(listJson(await this.lists.of(id, hotelId)));
  }

  @Post('hotels/:hotelId/lists')
  async send(
    @Param('id') key: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { sentTo, last } = readJson(request, sendInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const work = () => this.lists.send(actorOf(request), id, hotelId, sentTo, last);
    return this.answers.post(request, reply, async () => listJson(await work()));
  }
}
