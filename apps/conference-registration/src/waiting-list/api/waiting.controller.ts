import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, instantOf, notKept, readJson } from '#platform';
import { readBookFor } from '../../bookings/api/booking.schema.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { apiPath } from '../../openapi/api-part.js';
import { AnswerOffer } from '../answer-offer.js';
import { FindEntry } from '../find-entry.js';
import { JoinLine } from '../join-line.js';
import { ReadLine } from '../read-line.js';
import type { WaitingEntryRow } from '../waiting-entry.entity.js';
import { joinInput, type WaitingOutput } from './waiting.schema.js';

@Controller('api/v1/conference-registration')
export class WaitingController {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly joinLine: JoinLine,
    private readonly find: FindEntry,
    private readonly line: ReadLine,
    private readonly answer: AnswerOffer,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Post('conferences/:id/waiting-list')
  async join(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { for: whom, ...wish } = readJson(request, joinInput);
    const { conference } = await this.catalogues.byIdOrSlug(id);
    if (conference.status === 'draft') throw noSuchConference();
    const { status, body } = await idempotently(this.dataSource, request, async () => {
      const entry = await this.joinLine.run(actorOf(request), conference.id, readBookFor(whom), wish);
      return { status: 201, body: await this.json(await this.find.forReading(request.identity, entry.id)) };
    });
    const { id: entryId } = body as WaitingOutput;
    return reply
      .code(status)
      .headers({ ...notKept, location: `${apiPath}/waiting/${entryId}` })
      .send(body);
  }

  @Get('waiting/:key')
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.json(await this.find.forReading(request.identity, key)));
  }

  @Post('waiting/:key/accept')
  async accept(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, async () => ({
      booking: await this.answer.accept(actorOf(request), key),
    }));
  }

  @Post('waiting/:key/decline')
  async decline(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, async () => {
      await this.answer.decline(actorOf(request), key);
      return this.json(await this.find.forReading(request.identity, key));
    });
  }

  @Post('waiting/:key/leave')
  async leave(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, async () => {
      await this.answer.leave(actorOf(request), key);
      return this.json(await this.find.forReading(request.identity, key));
    });
  }

  private async step(request: FastifyRequest, reply: FastifyReply, work: () => Promise<object>) {
    const { status, body } = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await work(),
    }));
    return reply.code(status).headers(notKept).send(body);
  }

  private async json(entry: WaitingEntryRow): Promise<WaitingOutput> {
    const { offer, place } = await this.line.standing(entry);
    const { id, conferenceId, ticketTypeId, status, bookedFor, wanted, allTogether, joinedAt } = entry;
    return {
      id,
      conferenceId,
      ticketTypeId,
      status,
      bookedFor,
      wanted,
      allTogether,
      place,
      offer: offer && { places: offer.places, answerUntil: instantOf(offer.answerUntil).toString() },
      joinedAt: instantOf(joinedAt).toString(),
    };
  }
}
