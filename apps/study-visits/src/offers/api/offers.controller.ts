import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { accepted } from '#checks';
import { actorOf, idempotently, notKept, readJson, versionTag } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { AnswerOffer } from '../answer-offer.js';
import { OfferByHand } from '../offer-by-hand.js';
import { OpenOffer, type Answering } from '../open-offer.js';
import { ReadOffers } from '../read-offers.js';
import { answerOfferInput, extendInput, handOfferInput } from './offer.schema.js';

/** Offers of places, for programs: of staff, of applicants, of who books for their organisation. */
@Controller('api/v1/study-visits')
export class OffersController {
  constructor(
    private readonly visits: FindVisit,
    private readonly offers: ReadOffers,
    private readonly byHand: OfferByHand,
    private readonly open: OpenOffer,
    private readonly answers: AnswerOffer,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('visits/:id/offers')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.listed((await this.visits.byIdOrSlug(key)).id));
  }

  @Post('visits/:id/offers')
  async offer(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { applicationId, ...input } = readJson(request, handOfferInput);
    const { id } = await this.visits.byIdOrSlug(key);
    return this.once(request, reply, async () => {
      await this.byHand.offer(actorOf(request), id, applicationId, input);
      return this.listed(id);
    });
  }

  @Post('visits/:id/offers/:applicationId/deadline')
  async extend(
    @Param('id') key: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { deadline } = readJson(request, extendInput);
    const { id } = await this.visits.byIdOrSlug(key);
    return this.once(request, reply, async () => {
      const until = accepted(Temporal.Instant.from(deadline));
      await this.byHand.extend(actorOf(request), id, applicationId, until);
      return this.listed(id);
    });
  }

  @Get('application-links/:secret/offer')
  byLink(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.show(reply, { secret });
  }

  @Post('application-links/:secret/offer')
  answerByLink(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(request, reply, { secret });
  }

  @Get('offers/:applicationId')
  own(@Param('applicationId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(reply, whoOf(request, id));
  }

  @Post('offers/:applicationId')
  answerOwn(@Param('applicationId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(request, reply, whoOf(request, id));
  }

  private answer(request: FastifyRequest, reply: FastifyReply, who: Answering) {
    const { answer, payer } = readJson(request, answerOfferInput);
    return this.once(request, reply, async () => {
      await (answer === 'accept'
        ? this.answers.accept(who, payer ?? null, request.id)
        : this.answers.decline(who, request.id));
      return this.ownJson(who);
    });
  }

  private async show(reply: FastifyReply, who: Answering) {
    const own = await this.ownJson(who);
    return reply.headers({ ...notKept, etag: versionTag(own.version) }).send(own);
  }

  private async ownJson(who: Answering) {
    const { offer, application, visit } = await this.open.read(who);
    const { id, slug, title, region, firstDay, lastDay, pricePence, depositPence } = visit;
    return {
      visit: { id, slug, title, region, firstDay, lastDay, pricePence, depositPence },
      code: application.code,
      name: application.name,
      status: offer.status,
      countsAs: offer.countsAs,
      deadline: offer.deadline.toISOString(),
      answeredAt: offer.answeredAt?.toISOString() ?? null,
      funded: offer.funded,
      version: offer.version,
    };
  }

  private async listed(visitId: string) {
    const items = (await this.offers.of(visitId)).map(({ offer, ...each }) => ({
      ...each,
      offer: offer && {
        ...offer,
        deadline: offer.deadline.toISOString(),
        answeredAt: offer.answeredAt?.toISOString() ?? null,
      },
    }));
    return { items };
  }

  private async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<object>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await work(),
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}

const whoOf = ({ identity }: FastifyRequest, applicationId: string): Answering => ({
  personId: identity.personId ?? '',
  applicationId,
});
