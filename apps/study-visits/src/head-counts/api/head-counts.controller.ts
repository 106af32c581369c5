import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { ChooseItems } from '../choose-items.js';
import { KeepSteps, type Steps } from '../keep-steps.js';
import { CountAnswers } from './count-answers.js';
import { stepsInput } from './head-counts.schema.js';

/** Head counts of a visit for programs of staff. */
@Controller('api/v1/study-visits/visits/:id')
export class HeadCountsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly answers: CountAnswers,
    private readonly items: ChooseItems,
    private readonly steps: KeepSteps,
  ) {}

  @Get('head-counts')
  async list(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.list(reply, await this.askerOf(request, key));
  }

  @Get('head-counts/:thingId')
  async show(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.show(reply, await this.askerOf(request, key), thingId);
  }

  /** Has heads counted at an item. */
  @Put('head-counts/:thingId')
  async add(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asker = await this.askerOf(request, key);
    await this.items.add(asker.actor, { visitId: asker.visitId, thingId });
    return this.answers.show(reply, asker, thingId);
  }

  @Delete('head-counts/:thingId')
  async remove(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { actor, visitId } = await this.askerOf(request, key);
    await this.items.remove(actor, { visitId, thingId });
    return reply.code(204).headers(notKept).send();
  }

  @Post('head-counts/:thingId/marks')
  async mark(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.mark(request, reply, await this.askerOf(request, key), thingId);
  }

  @Post('head-counts/:thingId/close')
  async close(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.close(request, reply, await this.askerOf(request, key), thingId);
  }

  @Post('head-counts/:thingId/reopen')
  async reopen(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.reopen(request, reply, await this.askerOf(request, key), thingId);
  }

  @Post('head-counts/:thingId/travellers/:travellerId/contact')
  async contact(
    @Param('id') key: string,
    @Param('thingId') thingId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.contact(request, reply, await this.askerOf(request, key), thingId, travellerId);
  }

  @Get('missing-steps')
  async showSteps(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return sendSteps(reply, await this.steps.of(id));
  }

  @Put('missing-steps')
  async saveSteps(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { steps } = readJson(request, stepsInput);
    const { actor, visitId } = await this.askerOf(request, key);
    return sendSteps(reply, await asPrecondition(this.steps.save(actor, visitId, steps.join('\n'), version)));
  }

  private async askerOf(request: FastifyRequest, key: string) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return { actor: actorOf(request), visitId };
  }
}

const sendSteps = (reply: FastifyReply, { steps, areUsual, version }: Steps) =>
  reply.headers({ ...notKept, etag: versionTag(version) }).send({ steps, areUsual, version });
