import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { bookingStatuses, delegateStatuses } from '../../../bookings/domain/booking.js';
import {
  bookingStates,
  delegateStates,
  type BookingState,
  type DelegateState,
} from '../domain/list-query.js';

const filters = {
  q: z.string().max(100).default('').meta({
    description:
      'Part of a name, an address, an organisation, a reference, a code, a purchase order or an invoice’s number.',
  }),
  ticket: z.uuid().optional().meta({ description: 'Only with this ticket or add-on.' }),
  organisation: z.string().optional().meta({ description: 'Only of this organisation.' }),
  order: z.literal('missing').optional().meta({ description: 'Only where a purchase order is missing.' }),
  paid: z.literal('no').optional().meta({ description: 'Only where something is to be paid.' }),
};

const current = 'How it stands; `current`: all that count.';

export const bookingsQuery = z.strictObject({
  ...paging,
  ...filters,
  state: z
    .enum(bookingStates as [BookingState, ...BookingState[]])
    .default('current')
    .meta({ description: current }),
});

export const delegatesQuery = z.strictObject({
  ...paging,
  ...filters,
  state: z
    .enum(delegateStates as [DelegateState, ...DelegateState[]])
    .default('current')
    .meta({ description: current }),
});

export const listedBooking = z
  .strictObject({
    id: z.uuid(),
    reference: z.string().meta({ examples: ['CN-7K3QFM'] }),
    status: z.enum(bookingStatuses),
    organisation: z.strictObject({ id: z.string().nullable(), name: z.string() }),
    booker: z.strictObject({ name: z.string(), email: z.string() }),
    delegates: z.int(),
    code: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    purchaseOrderMissing: z.boolean(),
    outstandingPence: z.int(),
    createdAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ListedBooking' });

export const listedDelegate = z
  .strictObject({
    id: z.uuid(),
    booking: z.string().meta({ description: 'The booking’s reference.' }),
    number: z.int().meta({ description: 'Within the booking.' }),
    status: z.enum(delegateStatuses),
    personId: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    jobTitle: z.string().nullable(),
    organisation: z.string(),
    tickets: z.array(z.string()).meta({ description: 'Names of the ticket and the add-ons.' }),
  })
  .meta({ id: 'ListedDelegate' });

export const bookingsPage = pageOf(listedBooking);
export const delegatesPage = pageOf(listedDelegate);

export type ListedBookingOutput = z.output<typeof listedBooking>;
export type ListedDelegateOutput = z.output<typeof listedDelegate>;
