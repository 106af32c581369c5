import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson } from '#platform';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { PublishItinerary } from '../publish-itinerary.js';
import { ReadNews } from '../read-news.js';
import { publicationJson, seenJson } from './itinerary-json.js';
import { publishInput } from './itinerary.schema.js';

/** What was published of a visit's days, and who has seen it, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/itinerary')
export class PublicationsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly publishing: PublishItinerary,
    private readonly news: ReadNews,
  ) {}

  @Get('publications')
  async publications(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    return reply
      .headers(notKept)
      .send({ items: (await this.publishing.versions(visit.id)).map(publicationJson) });
  }

  @Post('publications')
  async publish(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { version } = readJson(request, publishInput);
    const visit = await this.visits.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      work: async () => {
        await this.publishing.run(actorOf(request), visit.id, version);
        const made = (await this.publishing.versions(visit.id)).find(({ number }) => number === version);
        return made === undefined ? { id: '', version } : publicationJson(made);
      },
    });
  }

  @Get('seen')
  async seen(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: (await this.news.of(visit.id)).map(seenJson) });
  }
}
