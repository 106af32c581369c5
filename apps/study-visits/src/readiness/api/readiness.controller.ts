import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, asPrecondition, notKept, readJson } from '#platform';
import { OpenTraveller, type WhichTraveller } from '../../travellers/open-traveller.js';
import { FindVisit } from '../../visits/find-visit.js';
import { readSteps } from '../domain/chasing.js';
import { LookAtTold } from '../look-at-told.js';
import { ReadReadiness } from '../read-readiness.js';
import { KeepReadinessSettings } from '../readiness-settings.js';
import { TellItem } from '../tell-item.js';
import { readyJson, toldFrom } from './readiness-json.js';
import { lookInput, settingsInput } from './readiness.schema.js';
import { seenVersion } from './seen-version.js';

/** How ready travellers are, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id')
export class ReadinessController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly open: OpenTraveller,
    private readonly readiness: ReadReadiness,
    private readonly look: LookAtTold,
    private readonly tell: TellItem,
    private readonly settings: KeepReadinessSettings,
  ) {}

  @Get('readiness')
  async matrix(@Param('id') name: string, @Res() reply: FastifyReply) {
    const ready = await this.readiness.of(await this.visits.byIdOrSlug(name));
    return reply.headers(notKept).send({ items: ready.map(readyJson) });
  }

  @Get('readiness-settings')
  async showSettings(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(name);
    const settings = await this.settings.of(this.dataSource.manager, id);
    return reply.headers({ ...notKept, etag: `"${settings.version}"` }).send({
      notNeeded: settings.notNeeded,
      isChasing: settings.isChasing,
      chaseDays: settings.chaseDays,
      version: settings.version,
    });
  }

  @Put('readiness-settings')
  async saveSettings(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = seenVersion(request);
    const { notNeeded, isChasing, chaseDays } = readJson(request, settingsInput);
    const { id } = await this.visits.byIdOrSlug(name);
    const input = { notNeeded, isChasing, chaseDays: readSteps(chaseDays.join(','), 'chaseDays') };
    await asPrecondition(this.settings.save(actorOf(request), { visitId: id, version }, input));
    return this.showSettings(id, reply);
  }

  @Get('readiness/:travellerId')
  async one(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Res() reply: FastifyReply,
  ) {
    const { traveller, visit } = await this.open.read(await this.which(name, travellerId));
    return reply.headers(notKept).send({
      traveller: readyJson(await this.readiness.ofOne(visit, traveller)),
      versions: await this.tell.versions(this.dataSource.manager, traveller.id),
    });
  }

  /** It takes no `Idempotency-Key`: what it answers may be kept nowhere, and each look is one. */
  @Post('readiness/:travellerId/looks')
  async lookAt(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { items, why } = readJson(request, lookInput);
    const which = await this.which(name, travellerId);
    return reply
      .code(200)
      .headers(notKept)
      .send(await this.look.asStaff(actorOf(request), which, items, why));
  }

  @Put('readiness/:travellerId/:item')
  async save(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = seenVersion(request);
    const told = toldFrom(request, item);
    const which = await this.which(name, travellerId);
    await asPrecondition(this.tell.run(which, told, version));
    return this.one(name, travellerId, reply);
  }

  private async which(
    name: string,
    travellerId: string,
  ): Promise<Extract<WhichTraveller, { travellerId: string }>> {
    const { id } = await this.visits.byIdOrSlug(name);
    return { visitId: id, travellerId };
  }
}
