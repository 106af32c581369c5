import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept } from '#platform';
import { ticketTypeIdsOf } from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { questionsFor } from '../domain/asked.js';
import type { Question } from '../domain/question.js';

/** What is asked of whoever fills a booking in, for programs: their answers go by the questions' ids. */
@Controller('api/v1/conference-registration/bookings/:key/questions')
export class AskedQuestionsController {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
  ) {}

  @Get()
  async list(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const booking = await this.findBooking.forReading(actorOf(request), key);
    const { catalogue, delegates } = await this.readBooking.of(booking);
    const ticketTypeIds = delegates.flatMap(ticketTypeIdsOf);
    const items = (['booking', 'delegate'] as const).flatMap((of) =>
      questionsFor(catalogue.questions, { of, ticketTypeIds }).map(json),
    );
    return reply.headers(notKept).send({ items });
  }
}

function json(question: Question) {
  const {
    id,
    askedOf,
    kind,
    label,
    hint,
    choices,
    required,
    sensitive,
    onlyIf,
    ticketTypeIds,
    asksApproval,
  } = question;
  return {
    id,
    askedOf,
    kind,
    label,
    hint,
    choices,
    required,
    sensitive,
    onlyIf,
    ticketTypeIds,
    asksApproval,
  };
}
