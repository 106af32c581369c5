import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAway } from '#commitments';
import { actorOf, notKept } from '#platform';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { PageConferences } from '../../conferences/api/page-conferences.js';
import { readDelegateList } from '../../running/lists/domain/list-query.js';
import { everyLine } from '../../running/lists/every-line.js';
import { FindDelegates } from '../../running/lists/find-delegates.js';
import { FindDoubleBookings, type Attendee, type DoubleBookings } from '../find-double-bookings.js';
import type { DoubleBookingOutput } from './double-booking.schema.js';

interface Listed extends Attendee {
  readonly number: number;
  readonly name: string;
  readonly reference: string;
}

/** Who is to be on a stand, or away, while they are to be at a conference, for programs. */
@Controller('api/v1/conference-registration')
export class DoubleBookingsController {
  constructor(
    private readonly bookings: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly conferences: PageConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly delegates: FindDelegates,
    private readonly doubleBookings: FindDoubleBookings,
  ) {}

  @Get('bookings/:key/double-bookings')
  async ofBooking(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const booking = await this.bookings.forReading(actorOf(request), key);
    const { catalogue, delegates } = await this.readBooking.of(booking);
    const { reference } = booking;
    const listed = delegates.map(({ delegate }) => ({
      id: delegate.id,
      personId: delegate.personId,
      status: delegate.status,
      number: delegate.number,
      name: delegate.name,
      reference,
    }));
    return this.send(reply, listed, await this.doubleBookings.of(catalogue.conference, listed));
  }

  @Get('conferences/:id/double-bookings')
  async ofConference(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.conferences.one(name, true);
    const [{ conference }, { items }] = await Promise.all([
      this.catalogues.of(id),
      this.delegates.list(id, { ...readDelegateList({}), page: 1 }, everyLine),
    ]);
    return this.send(reply, items, await this.doubleBookings.of(conference, items));
  }

  private send(reply: FastifyReply, delegates: readonly Listed[], found: DoubleBookings) {
    const items = delegates.flatMap(({ id, reference, number, name }) =>
      (found.get(id) ?? []).map((other): DoubleBookingOutput => ({
        booking: reference,
        number,
        name,
        exhibition: isAway(other) ? null : other.title,
        visit: isAway(other) ? other.title : null,
        start: other.start.toString(),
        end: other.end.toString(),
      })),
    );
    return reply.headers(notKept).send({ items });
  }
}
