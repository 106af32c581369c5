import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actorOf,
  instantOf,
  notFound,
  notKept,
  readJson,
  readQuery,
  Transactions,
  type SentQuery,
} from '#platform';
import { seenJson } from '../../itinerary/api/itinerary-json.js';
import { namesIn } from '../../itinerary/pages/itinerary.view.js';
import { problemInWords } from '../../itinerary/problem-words.js';
import { ReadNews } from '../../itinerary/read-news.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ChangeLive } from '../change-live.js';
import { ReadLiveChanges, type LiveChange } from '../read-live-changes.js';
import { liveChangeInput, livePreviewQuery } from './live-change.schema.js';

/** What staff change of an itinerary on the way, for their programs. */
@Controller('api/v1/study-visits/visits/:id')
export class LiveChangesController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly change: ChangeLive,
    private readonly changes: ReadLiveChanges,
    private readonly news: ReadNews,
    private readonly transactions: Transactions,
  ) {}

  @Get('live-changes')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const changes = await this.changes.of(visit.id);
    return reply.headers(notKept).send({ items: changes.map((change) => changeJson(visit.id, change)) });
  }

  @Get('live-changes/:number/seen')
  async seen(@Param('id') key: string, @Param('number') number: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const change = await this.one(visit.id, number);
    const seen = await this.news.of(visit.id, change.number);
    return reply.headers(notKept).send({ items: seen.map(seenJson) });
  }

  @Get('itinerary/items/:itemId/live-preview')
  async preview(
    @Param('id') key: string,
    @Param('itemId') itemId: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const asked = readQuery(query, livePreviewQuery);
    const live = await this.change.open(await this.visits.byIdOrSlug(key), itemId);
    const { changes, problems, concerned, publishing } = await this.change.preview(live, asked);
    return reply.headers(notKept).send({
      ways: live.ways,
      changes,
      problems: problems.map((problem) => ({
        code: problem.code,
        itemIds: problem.itemIds,
        message: problemInWords(problem, namesIn(live.itinerary)),
      })),
      travellers: publishing.told.length,
      hosts: concerned.hosts.map(({ name }) => name),
      interpreters: concerned.interpreters.map(({ name }) => name),
      version: live.item.version,
    });
  }

  @Post('itinerary/items/:itemId/live-changes')
  async run(
    @Param('id') key: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { version, ...wanted } = readJson(request, liveChangeInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      work: async () => {
        const number = await this.transactions.run((manager) =>
          this.change.run(manager, actorOf(request), { visitId, id, version }, wanted),
        );
        return changeJson(visitId, await this.one(visitId, String(number)));
      },
    });
  }

  private async one(visitId: string, number: string): Promise<LiveChange> {
    const change = (await this.changes.of(visitId)).find((each) => String(each.number) === number);
    if (change === undefined) throw notFound('There is no such change of this visit.');
    return change;
  }
}

const changeJson = (
  visitId: string,
  { number, itemId, way, why, at, changes, told, unseen }: LiveChange,
) => ({
  id: `${visitId}/${number}`,
  itemId,
  way,
  why,
  at: instantOf(at).toString(),
  changes,
  told,
  unseen,
  version: number,
});
