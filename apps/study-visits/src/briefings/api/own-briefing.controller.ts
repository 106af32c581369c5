import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notKept } from '#platform';
import { daysToBrief } from '../domain/day.js';
import { noSuchDay } from '../keep-briefings.js';
import { dayIn } from '../pages/day-in-address.js';
import { ReadBriefing } from '../read-briefing.js';
import { ownBriefingJson } from './briefings-json.js';

/** What a traveller is told for a day, by their own link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret/briefings')
export class OwnBriefingController {
  constructor(private readonly briefings: ReadBriefing) {}

  @Get(':day')
  async show(@Param('secret') secret: string, @Param('day') day: string, @Res() reply: FastifyReply) {
    const own = await this.briefings.bySecret(secret, dayIn(day));
    if (own.kept === null && !daysToBrief(own.visit).includes(own.day)) throw noSuchDay();
    return reply.headers(notKept).send(ownBriefingJson(own));
  }
}
