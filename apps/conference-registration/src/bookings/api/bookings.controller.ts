import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, isStaff, notKept, readJson, versionTag, type Actor } from '#platform';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { ReadLeft } from '../../catalogue/read-left.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { apiPath } from '../../openapi/api-part.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { BeginBooking } from '../begin-booking.js';
import type { BookingRow } from '../booking.entity.js';
import { ExtendHold } from '../extend-hold.js';
import { FindBooking } from '../find-booking.js';
import { GiveUpBooking } from '../give-up-booking.js';
import { ResumeBooking } from '../resume-booking.js';
import { bookingJson } from './booking-json.js';
import { bookingInput, readBookFor, type BookingOutput } from './booking.schema.js';
import { offerJson } from './offer-json.js';

@Controller('api/v1/conference-registration')
export class BookingsController {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly left: ReadLeft,
    private readonly begin: BeginBooking,
    private readonly find: FindBooking,
    private readonly extendHold: ExtendHold,
    private readonly resumeBooking: ResumeBooking,
    private readonly giveUpBooking: GiveUpBooking,
    private readonly read: ReadBooking,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('conferences/:id/offer')
  async offer(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const catalogue = await this.conference(id, request);
    return reply.headers(notKept).send(offerJson(catalogue, await this.left.of(catalogue), this.clock()));
  }

  @Post('conferences/:id/bookings')
  async book(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { for: whom, quantities, code } = readJson(request, bookingInput);
    const { conference } = await this.conference(id, request);
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      const wish = { quantities: new Map(Object.entries(quantities)), code };
      const reference = await this.begin.run(actor, conference.id, readBookFor(whom), wish, attempt);
      return { status: 201, body: await this.json(await this.find.forReading(actor, reference)) };
    });
    const booking = answer.body as BookingOutput;
    return this.send(
      reply.code(answer.status).header('location', `${apiPath}/bookings/${booking.reference}`),
      booking,
    );
  }

  @Get('bookings/:key')
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(reply, await this.json(await this.find.forReading(actorOf(request), key)));
  }

  @Post('bookings/:key/extend')
  async extend(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, (actor) => this.extendHold.run(actor, key));
  }

  @Post('bookings/:key/resume')
  async resume(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, (actor) => this.resumeBooking.run(actor, key));
  }

  @Post('bookings/:key/give-up')
  async giveUp(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, (actor) => this.giveUpBooking.run(actor, key));
  }

  /** By its id or its name in addresses; a draft is there for staff alone. */
  private async conference(idOrSlug: string, { identity }: FastifyRequest): Promise<Catalogue> {
    const catalogue = await this.catalogues.byIdOrSlug(idOrSlug);
    if (catalogue.conference.status === 'draft' && !isStaff(identity)) throw noSuchConference();
    return catalogue;
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (actor: Actor) => Promise<BookingRow>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await this.json(await work(actorOf(request))),
    }));
    return this.send(reply.code(answer.status), answer.body as BookingOutput);
  }

  private async json(booking: BookingRow): Promise<BookingOutput> {
    return bookingJson(await this.read.of(booking));
  }

  private send(reply: FastifyReply, booking: BookingOutput) {
    return reply.headers({ ...notKept, etag: versionTag(booking.version) }).send(booking);
  }
}
