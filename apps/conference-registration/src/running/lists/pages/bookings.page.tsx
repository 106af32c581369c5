import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf, sheetOf } from '#sheets';
import { BackLink, plural, Site } from '#ui';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { manageConferencePath, managePath } from '../../../manage/addresses.js';
import { bookingStatusWords } from '../../status-tags.js';
import { bookingStates, readBookingList, type ListQuery } from '../domain/list-query.js';
import { FindBookings } from '../find-bookings.js';
import { everyLine } from '../every-line.js';
import { BookingsTable } from './bookings-table.js';
import { ListFilters } from './list-filters.js';
import { ListFrame, pageSize } from './list-frame.js';
import { bookingStateWords } from './state-words.js';

/** The bookings of a conference, for staff: to search, to filter, to take out. */
@Controller('conference/manage/:id/bookings')
export class BookingsListPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly bookings: FindBookings,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.conferences.read(id);
    const list = readBookingList(query);
    const [catalogue, found, organisations] = await Promise.all([
      this.catalogues.of(id),
      this.bookings.list(id, list, pageSize),
      this.bookings.organisations(id),
    ]);
    const path = manageConferencePath(id, 'bookings');
    const { items, total } = found;
    return this.site.send(request, reply, {
      title: `Bookings: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Bookings" current="bookings">
          <ListFilters
            path={path}
            label="Bookings"
            list={list}
            states={bookingStates}
            stateInWords={bookingStateWords}
            catalogue={catalogue}
            organisations={organisations}
          />
          <ListFrame
            path={path}
            what="bookings"
            list={list}
            total={total}
            isEmpty={items.length === 0}
            nothingYet="They are listed here from the moment on when somebody begins to book."
          >
            <BookingsTable
              caption={`${plural(total, 'booking')}, the latest first`}
              bookings={items}
              zone={conference.zone}
            />
          </ListFrame>
        </ConferenceFrame>
      ),
    });
  }

  /** Those of the list at the same address, on all of its pages. */
  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: ListQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { title, zone } = await this.conferences.read(id);
    const { items } = await this.bookings.list(id, { ...readBookingList(query), page: 1 }, everyLine);
    const sheet = sheetOf({
      name: `Bookings, ${title}`,
      columns: [
        { key: 'reference', title: 'Booking', kind: 'text' },
        { key: 'organisation', title: 'Organisation', kind: 'text' },
        { key: 'booker', title: 'Booked by', kind: 'text' },
        { key: 'email', title: 'Email', kind: 'text' },
        { key: 'delegates', title: 'Delegates', kind: 'number' },
        { key: 'status', title: 'Status', kind: 'text' },
        { key: 'code', title: 'Code', kind: 'text' },
        { key: 'purchaseOrder', title: 'Purchase order', kind: 'text' },
        { key: 'isOrderMissing', title: 'Purchase order missing', kind: 'yes-no' },
        { key: 'outstanding', title: 'To be paid', kind: 'pence' },
        { key: 'begun', title: 'Begun', kind: 'instant', zone },
        { key: 'confirmed', title: 'Confirmed', kind: 'instant', zone },
      ],
      rows: items.map((booking) => ({
        reference: booking.reference,
        organisation: booking.organisationName,
        booker: booking.bookerName,
        email: booking.bookerEmail,
        delegates: booking.delegates,
        status: bookingStatusWords(booking.status),
        code: booking.code,
        purchaseOrder: booking.purchaseOrder,
        isOrderMissing: booking.isOrderMissing,
        outstanding: booking.outstandingPence,
        begun: booking.createdAt,
        confirmed: booking.confirmedAt,
      })),
    });
    return sendSheet(reply, sheet, format);
  }
}
