import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf, notKept, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { FundPlace } from '../fund-place.js';
import type { PlaceHolder } from '../place-holder.js';
import { ReadFunding } from '../read-funding.js';
import { fundInput, type fundingOutput } from './funding.schema.js';

/** Whose the funded places are, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id')
export class FundingController {
  constructor(
    private readonly visits: FindVisit,
    private readonly funding: ReadFunding,
    private readonly fund: FundPlace,
  ) {}

  @Get('funded-places')
  show(@Param('id') key: string, @Res() reply: FastifyReply) {
    return this.send(reply, key);
  }

  @Put('applications/:applicationId/funded')
  applicant(
    @Param('id') key: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.set(request, reply, key, { applicationId });
  }

  @Put('travellers/:travellerId/funded')
  traveller(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.set(request, reply, key, { travellerId });
  }

  private async set(request: FastifyRequest, reply: FastifyReply, key: string, holder: PlaceHolder) {
    const input = readJson(request, fundInput);
    const { id } = await this.visits.byIdOrSlug(key);
    await this.fund.run(actorOf(request), id, holder, input);
    return this.send(reply, id);
  }

  private async send(reply: FastifyReply, key: string) {
    const { id, fundedPlaces } = await this.visits.byIdOrSlug(key);
    const items = await this.funding.of(id);
    const body: z.output<typeof fundingOutput> = {
      places: fundedPlaces,
      given: items.filter(({ funded }) => funded).length,
      items: [...items],
    };
    return reply.headers(notKept).send(body);
  }
}
