import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { cursorPage, decodeCursor, instantOf, notKept, readQuery, type SentQuery } from '#platform';
import { PageConferences } from '../../../conferences/api/page-conferences.js';
import { idPattern } from '../../../domain/ids.js';
import { FindBookings, type ListedBooking } from '../find-bookings.js';
import { FindDelegates, type ListedDelegate } from '../find-delegates.js';
import {
  bookingsQuery,
  delegatesQuery,
  type ListedBookingOutput,
  type ListedDelegateOutput,
} from './list.schema.js';

const keys = [idPattern] as const;

const lastOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, keys)[0];

/** The bookings and delegates of a conference, for programs of staff. */
@Controller('api/v1/conference-registration/conferences/:id')
export class ListsController {
  constructor(
    private readonly conferences: PageConferences,
    private readonly bookings: FindBookings,
    private readonly delegates: FindDelegates,
  ) {}

  @Get('bookings')
  async listBookings(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, state, ...filters } = readQuery(query, bookingsQuery);
    const { id } = await this.conferences.one(name, true);
    const list = { ...listOf(filters), state };
    const rows = await this.bookings.after(id, list, lastOf(cursor), limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, (row) => [row.id]);
    return reply.headers(notKept).send({ items: items.map(bookingJson), nextCursor });
  }

  @Get('delegates')
  async listDelegates(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, state, ...filters } = readQuery(query, delegatesQuery);
    const { id } = await this.conferences.one(name, true);
    const list = { ...listOf(filters), state };
    const rows = await this.delegates.after(id, list, lastOf(cursor), limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, (row) => [row.id]);
    return reply.headers(notKept).send({ items: items.map(delegateJson), nextCursor });
  }
}

interface Filters {
  readonly q: string;
  readonly ticket?: string | undefined;
  readonly organisation?: string | undefined;
  readonly order?: 'missing' | undefined;
  readonly paid?: 'no' | undefined;
}

/** A database's text cannot hold all of them, so there is none to be found by them. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

const listOf = ({ q, ticket, organisation, order, paid }: Filters) => ({
  text: withoutControls(q).trim(),
  ticketTypeId: ticket ?? null,
  organisationId: organisation === undefined ? null : withoutControls(organisation),
  isOrderMissing: order === 'missing',
  isUnpaid: paid === 'no',
  page: 1,
});

const bookingJson = (booking: ListedBooking): ListedBookingOutput => ({
  id: booking.id,
  reference: booking.reference,
  status: booking.status,
  organisation: { id: booking.organisationId, name: booking.organisationName },
  booker: { name: booking.bookerName, email: booking.bookerEmail },
  delegates: booking.delegates,
  code: booking.code,
  purchaseOrder: booking.purchaseOrder,
  purchaseOrderMissing: booking.isOrderMissing,
  outstandingPence: booking.outstandingPence,
  createdAt: instantOf(booking.createdAt).toString(),
  confirmedAt: booking.confirmedAt && instantOf(booking.confirmedAt).toString(),
});

const delegateJson = (delegate: ListedDelegate): ListedDelegateOutput => ({
  id: delegate.id,
  booking: delegate.reference,
  number: delegate.number,
  status: delegate.status,
  personId: delegate.personId,
  name: delegate.name,
  email: delegate.email,
  phone: delegate.phone,
  jobTitle: delegate.jobTitle,
  organisation: delegate.organisation,
  tickets: [...delegate.tickets],
});
