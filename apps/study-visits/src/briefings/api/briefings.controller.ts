import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readTime } from '#checks';
import { actorOf, asPrecondition, notKept, readJson, versionTag } from '#platform';
import { seenVersion } from '../../readiness/api/seen-version.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepBriefings } from '../keep-briefings.js';
import { dayIn } from '../pages/day-in-address.js';
import { ReadDay } from '../read-day.js';
import { dayJson } from './briefings-json.js';
import { briefingSettingsInput, wordsInput } from './briefings.schema.js';

/** The briefings of a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id')
export class BriefingsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly briefings: KeepBriefings,
    private readonly days: ReadDay,
  ) {}

  @Get('briefings')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: await this.days.days(visit) });
  }

  @Get('briefings/:day')
  async day(@Param('id') key: string, @Param('day') day: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const json = dayJson(await this.days.of(visit, dayIn(day)));
    return reply.headers({ ...notKept, etag: versionTag(json.version) }).send(json);
  }

  @Put('briefings/:day/words')
  async saveWords(
    @Param('id') key: string,
    @Param('day') day: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = seenVersion(request);
    const input = readJson(request, wordsInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const seen = { visitId: id, day: dayIn(day), version };
    await asPrecondition(this.briefings.saveWords(actorOf(request), seen, input));
    return this.day(key, day, reply);
  }

  @Get('briefing-settings')
  async settings(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    const { isSending, sendAt, version } = await this.briefings.settings(id);
    return reply.headers({ ...notKept, etag: versionTag(version) }).send({ isSending, sendAt, version });
  }

  @Put('briefing-settings')
  async saveSettings(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = seenVersion(request);
    const { isSending, sendAt } = readJson(request, briefingSettingsInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const input = { isSending, sendAt: readTime(sendAt, 'sendAt') };
    await asPrecondition(this.briefings.saveSettings(actorOf(request), { visitId: id, version }, input));
    return this.settings(key, reply);
  }
}
