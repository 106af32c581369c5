import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, readQuery, type SentQuery } from '#platform';
import { placesOf } from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { cancellationInput, refundQuery } from '../../changing/api/changes.schema.js';
import { CancelDelegates, chosenOf } from '../cancel-delegates.js';
import { byBooker } from '../cancellation.js';
import { ReadRefund } from '../read-refund.js';

/** Cancelling delegates of confirmed bookings, for programs. */
@Controller('api/v1/conference-registration/bookings/:key')
export class CancellationsController {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly refunds: ReadRefund,
    private readonly cancelDelegates: CancelDelegates,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('refund')
  async refund(
    @Param('key') key: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { delegates } = readQuery(query, refundQuery, ['delegates']);
    const details = await this.readBooking.of(await this.findBooking.forReading(actorOf(request), key));
    const chosen = chosenOf(details, delegates.includes('all') ? 'all' : delegates.map(Number));
    const percent = this.refunds.percentOf(details);
    const { lines, invoiced, back } = await this.refunds.ofDelegates(
      this.dataSource.manager,
      chosen,
      percent,
    );
    const places = new Map(
      chosen.flatMap((booked) =>
        placesOf(booked).map(({ place }) => [
          place.id,
          { delegate: booked.delegate.number, ticketTypeId: place.ticketTypeId },
        ]),
      ),
    );
    const shown = lines.map(({ placeId, ...line }) => ({ ...places.get(placeId), ...line }));
    return reply.headers(notKept).send({ percent, invoiced, back, lines: shown });
  }

  @Post('cancel')
  async cancel(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { percent = null, reason = null, ...wanted } = readJson(request, cancellationInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const { booking, delegates, creditNotes } = await this.cancelDelegates.run(actorOf(request), key, {
        ...byBooker,
        ...wanted,
        percent,
        reason,
      });
      const body = {
        status: booking.status,
        delegates,
        creditNotes: creditNotes.map(({ label, grossPence }) => ({ label, grossPence })),
      };
      return { status: 200, body };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
