import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, versionTag } from '#platform';
import { AnswerAboutBooking } from '../../about-booking/answer-about-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { ConfirmBooking } from '../../confirming/confirm-booking.js';
import { ChoosePayment } from '../../payment/choose-payment.js';
import { asSeenBy } from '../as-seen-by.js';
import type { BookingDetails } from '../booking-details.js';
import { ReadBookingDocuments } from '../read-booking-documents.js';
import { ReadBooking } from '../read-booking.js';
import { aboutInput, confirmationInput, paymentInput, type JourneyOutput } from './journey.schema.js';
import { journeyJson } from './journey-json.js';
import { readSentAnswers } from './read-sent-answers.js';

/** What programs do with a booking from the hold to its confirmation; delegates have a controller of their own. */
@Controller('api/v1/conference-registration/bookings/:key')
export class JourneyController {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly documents: ReadBookingDocuments,
    private readonly answerAbout: AnswerAboutBooking,
    private readonly choosePayment: ChoosePayment,
    private readonly confirmBooking: ConfirmBooking,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('details')
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return send(reply, await this.json(request, await this.details(request, key)));
  }

  @Put('answers')
  async answer(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { bookerPhone, answers } = readJson(request, aboutInput);
    const { answers: kept } = await this.details(request, key);
    await this.answerAbout.run(actorOf(request), key, { bookerPhone, ...readSentAnswers(answers, kept) });
    return send(reply, await this.json(request, await this.details(request, key)));
  }

  @Put('payment')
  async pay(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { payment, purchaseOrder, billTo } = readJson(request, paymentInput);
    const details = await this.choosePayment.run(actorOf(request), key, {
      payment,
      purchaseOrder,
      billTo: billTo ?? { name: null, address: null, email: null },
    });
    return send(reply, await this.json(request, details));
  }

  @Post('confirm')
  async confirm(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { expectedGrossPence, acceptTerms } = readJson(request, confirmationInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const confirmation = { expectedGrossPence, areTermsAccepted: acceptTerms };
      const { details } = await this.confirmBooking.run(actorOf(request), key, confirmation);
      return { status: 200, body: await this.json(request, details) };
    });
    return send(reply.code(answer.status), answer.body as JourneyOutput);
  }

  private async details(request: FastifyRequest, key: string): Promise<BookingDetails> {
    return this.readBooking.of(await this.findBooking.forReading(actorOf(request), key));
  }

  private async json({ identity }: FastifyRequest, details: BookingDetails): Promise<JourneyOutput> {
    return journeyJson(asSeenBy(details, identity), await this.documents.of(details.booking.id));
  }
}

function send(reply: FastifyReply, booking: JourneyOutput) {
  return reply.headers({ ...notKept, etag: versionTag(booking.version) }).send(booking);
}
