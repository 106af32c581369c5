import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepSplits } from '../keep-splits.js';
import { ReadItinerary } from '../read-itinerary.js';
import { splitJson } from './itinerary-json.js';
import { membersInput, shareInput, splitInput } from './itinerary.schema.js';

/** How the party of a visit divides, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/itinerary/splits')
export class SplitsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly keep: KeepSplits,
    private readonly transactions: Transactions,
  ) {}

  @Post()
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, splitInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/itinerary/splits/${id}`,
      work: async () => {
        const { id } = await this.transactions.run((manager) =>
          this.keep.add(manager, actorOf(request), visitId, input),
        );
        return this.json(visitId, id);
      },
    });
  }

  @Get(':splitId')
  async one(@Param('id') key: string, @Param('splitId') id: string, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.thing(reply, await this.json(visitId, id));
  }

  @Put(':splitId')
  async change(
    @Param('id') key: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = readJson(request, splitInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    await asPrecondition(this.keep.edit(actorOf(request), { visitId, id, version }, input));
    return this.answers.thing(reply, await this.json(visitId, id));
  }

  @Delete(':splitId')
  async remove(
    @Param('id') key: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    await this.keep.remove(actorOf(request), { visitId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  @Put(':splitId/members')
  async assign(
    @Param('id') key: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { members } = readJson(request, membersInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const wanted = new Map(members.map(({ travellerId, groupId }) => [travellerId, groupId]));
    await asPrecondition(this.keep.assign(actorOf(request), { visitId, id, version }, wanted));
    return this.answers.thing(reply, await this.json(visitId, id));
  }

  @Post(':splitId/sharing')
  async share(
    @Param('id') key: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { way } = readJson(request, shareInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => {
        await this.keep.share(actorOf(request), { visitId, id, version: null }, way);
        return this.json(visitId, id);
      },
    });
  }

  private async json(visitId: string, id: string) {
    const split = await this.itinerary.split({ visitId, id });
    return splitJson(split, await this.itinerary.of(await this.visits.byId(visitId)));
  }
}
