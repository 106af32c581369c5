import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { findProblems } from '../domain/find-problems.js';
import { PublishItinerary } from '../publish-itinerary.js';
import { planOf, ReadItinerary } from '../read-itinerary.js';
import { ReadNews } from '../read-news.js';
import { ItineraryView } from './itinerary.view.js';

/** The days of a visit with what is planned on them, for staff. */
@Controller('visits/manage/:id/itinerary')
export class ItineraryPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly publish: PublishItinerary,
    private readonly news: ReadNews,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const itinerary = await this.itinerary.of(visit);
    const seen = await this.news.of(visit.id);
    return this.site.send(request, reply, {
      title: `Itinerary: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <ItineraryView
          itinerary={itinerary}
          problems={findProblems(planOf(itinerary))}
          last={await this.publish.last(visit.id)}
          pending={await this.publish.pending(visit)}
          unseen={seen.filter(({ seenAt }) => seenAt === null).length}
        />
      ),
    });
  }
}
