import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, isStaff, notKept, readJson, versionTag } from '#platform';
import { journeyJson } from '../../booking-page/api/journey-json.js';
import type { JourneyOutput } from '../../booking-page/api/journey.schema.js';
import { ReadBookingDocuments } from '../../booking-page/read-booking-documents.js';
import { readBookFor } from '../../bookings/api/booking.schema.js';
import { noSuchConference, ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { apiPath } from '../../openapi/api-part.js';
import { BookAtOnce } from '../book-at-once.js';
import { atOnceInput } from './at-once.schema.js';

@Controller('api/v1/conference-registration/conferences/:id/confirmed-bookings')
export class AtOnceController {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly bookAtOnce: BookAtOnce,
    private readonly documents: ReadBookingDocuments,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Post()
  async book(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { for: whom, delegates, answers, ...rest } = readJson(request, atOnceInput);
    const { payment, purchaseOrder, billTo, acceptTerms: areTermsAccepted, ...more } = rest;
    const catalogue = await this.catalogues.byIdOrSlug(id);
    if (catalogue.conference.status === 'draft' && !isStaff(request.identity)) throw noSuchConference();
    const whole = {
      ...more,
      bookFor: readBookFor(whom),
      delegates: delegates.map(({ ticketTypeId, addOnIds, answers: own, ...details }) => ({
        details,
        ticketTypeId,
        addOnIds,
        answers: new Map(Object.entries(own)),
      })),
      answers: new Map(Object.entries(answers)),
      payment: { payment, purchaseOrder, billTo: billTo ?? { name: null, address: null, email: null } },
      areTermsAccepted,
    };
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      const details = await this.bookAtOnce.run(actorOf(request), catalogue, whole, attempt);
      return { status: 201, body: journeyJson(details, await this.documents.of(details.booking.id)) };
    });
    const booking = answer.body as JourneyOutput;
    return reply
      .code(answer.status)
      .headers({
        ...notKept,
        etag: versionTag(booking.version),
        location: `${apiPath}/bookings/${booking.reference}`,
      })
      .send(booking);
  }
}
