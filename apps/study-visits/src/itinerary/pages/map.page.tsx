import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, Site } from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { itineraryPath, ownDaysPath } from '../addresses.js';
import type { VisitPlaces } from '../domain/draw-map.js';
import { ownPlacesIn, ReadOwnDays } from '../own/read-own-days.js';
import { placesIn, ReadItinerary } from '../read-itinerary.js';
import { PlacesMap } from './map.view.js';

/** Where a visit goes, drawn from coordinates: for staff all of it, for a traveller their own way. */
@Controller('visits')
export class MapPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly days: ReadOwnDays,
  ) {}

  @Get('manage/:id/itinerary/map')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const shown = placesIn(await this.itinerary.of(visit));
    return this.site.send(request, reply, {
      title: `Map: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(id)}>Itinerary</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Map" current="itinerary">
          {isEmpty(shown) ? (
            <EmptyState titleText="No place is known yet">
              <p class="govuk-body">
                Give hosts and items their latitude and longitude, and they are drawn here.
              </p>
            </EmptyState>
          ) : (
            <PlacesMap shown={shown} />
          )}
        </VisitFrame>
      ),
    });
  }

  @Get('travellers/:secret/map')
  async showOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.days.of(secret);
    const { visit } = own;
    const shown = ownPlacesIn(own);
    return this.site.send(request, reply, {
      title: `Map: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownDaysPath(secret)}>Your days</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">{visit.title}</span>
          <h1 class="govuk-heading-xl">Where you go</h1>
          {isEmpty(shown) ? (
            <EmptyState titleText="No place is known yet">
              <p class="govuk-body">Places of your days will be drawn here.</p>
            </EmptyState>
          ) : (
            <PlacesMap shown={shown} />
          )}
        </>
      ),
    });
  }
}

const isEmpty = ({ places, byAir }: VisitPlaces): boolean => places.length + byAir.length === 0;
