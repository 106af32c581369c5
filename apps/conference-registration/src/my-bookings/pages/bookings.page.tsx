import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInNeeded } from '#platform';
import { BackLink, Site } from '#ui';
import { conferencesPath } from '../../catalogue/addresses.js';
import { homeZone } from '#checks';
import { CLOCK, type Clock } from '../../tokens.js';
import { ListVisitCharges } from '../../visits/list-visit-charges.js';
import { ListBookings } from '../list-bookings.js';
import { BookingsView } from './bookings.view.js';

/** What somebody has booked, and what their organisation has. */
@Controller('conference/bookings')
export class BookingsPage {
  constructor(
    private readonly site: Site,
    private readonly bookings: ListBookings,
    private readonly visitCharges: ListVisitCharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const bookings = await this.bookings.of(personId);
    const charges = await this.visitCharges.of(personId);
    return this.site.send(request, reply, {
      title: 'Your bookings',
      before: <BackLink href={conferencesPath}>All conferences</BackLink>,
      main: (
        <BookingsView
          bookings={bookings}
          charges={charges}
          today={this.clock().toZonedDateTimeISO(homeZone).toPlainDate()}
          now={this.clock()}
        />
      ),
    });
  }
}
