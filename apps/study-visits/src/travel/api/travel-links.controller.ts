import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept, readJson } from '#platform';
import { DriverLinks } from '../manifest/driver-links.js';
import { KeepOwnTravel } from '../own/keep-own-travel.js';
import { ReadLegs } from '../read-legs.js';
import { driverCopyJson, journeysJson, ownInputOf, ownLegsJson } from './travel-json.js';
import { ownTravelInput } from './travel.schema.js';

/** What travellers and drivers do by their own links, for programs. */
@Controller('api/v1/study-visits')
export class TravelLinksController {
  constructor(
    private readonly legs: ReadLegs,
    private readonly own: KeepOwnTravel,
    private readonly drivers: DriverLinks,
  ) {}

  @Get('traveller-links/:secret/travel')
  async ownLegs(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { traveller, journeys } = await this.own.read({ secret });
    const legs = await this.legs.ofTraveller(traveller.id);
    return reply.headers(notKept).send(ownLegsJson(traveller.name, legs, journeys));
  }

  @Put('traveller-links/:secret/own-travel')
  async save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = ownInputOf(readJson(request, ownTravelInput));
    const { journeys } = await this.own.save({ secret }, input, null);
    return reply.headers(notKept).send({ journeys: journeysJson(journeys) });
  }

  @Get('driver-links/:secret')
  async driver(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(driverCopyJson(await this.drivers.open(secret)));
  }
}
